/** Pure decisions of the offence finder: what fits the answers, the greatest penalty, the time limit, who is competent. */
import type {
  ActKind,
  ActorKind,
  Guidance,
  GuidanceSubject,
  Offence,
  OffenceKind,
  Penalty,
} from './offence.ts';

export type Answers = { readonly who?: ActorKind | undefined; readonly what?: ActKind | undefined };

type Fitting = Pick<Offence, 'actors' | 'acts'>;

/** Entries that fit the answers given so far; an unanswered question excludes nothing. */
export function fitting<O extends Fitting>(offences: readonly O[], { who, what }: Answers): O[] {
  return offences.filter(
    (offence) => (!who || offence.actors.includes(who)) && (!what || offence.acts.includes(what)),
  );
}

/** The acts that at least one entry knows for this person, in the order of `all`. */
export function actsFor(
  offences: readonly Fitting[],
  who: ActorKind | undefined,
  all: readonly ActKind[],
): ActKind[] {
  const known = new Set(fitting(offences, { who }).flatMap((offence) => offence.acts));
  return all.filter((act) => known.has(act));
}

/** Codes of cases' topics for the answers, the one that most entries name first. */
export function topicsFor(
  offences: readonly (Fitting & Pick<Offence, 'topics'>)[],
  answers: Answers,
): string[] {
  const counts = new Map<string, number>();
  for (const { topics } of fitting(offences, answers))
    for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([topic]) => topic);
}

/** The greatest prison term in months; Infinity for life or death, 0 where the law names a fine alone. */
export function greatestMonths(penalties: readonly Penalty[]): number {
  return Math.max(
    0,
    ...penalties.map(({ life, death, maxMonths }) =>
      life || death ? Number.POSITIVE_INFINITY : (maxMonths ?? 0),
    ),
  );
}

/** Rules of one subject that apply to a kind of offence; with `who` only those for that person. */
export function guidanceFor(
  rules: readonly Guidance[],
  subject: GuidanceSubject,
  kind: OffenceKind,
  who: readonly ActorKind[],
): Guidance[] {
  return rules.filter(
    (rule) =>
      rule.subject === subject &&
      rule.kinds.includes(kind) &&
      rule.actors.some((actor) => who.includes(actor)),
  );
}

/**
 * The time limit of prosecution that the greatest penalty leads to: of the rules with a threshold, the one with the
 * highest threshold reached. Undefined for forfeiture, which is no punishment.
 */
export function timeLimit(
  rules: readonly Guidance[],
  { kind, penalties }: Pick<Offence, 'kind' | 'penalties'>,
): Guidance | undefined {
  if (penalties.length === 0) return undefined;
  const months = greatestMonths(penalties);
  const reached = rules.filter(
    ({ subject, kinds, facts }) =>
      subject === 'time-limit' &&
      kinds.includes(kind) &&
      facts.years !== undefined &&
      (facts.fromMonths !== undefined
        ? months >= facts.fromMonths
        : months > (facts.aboveMonths ?? Number.POSITIVE_INFINITY)),
  );
  const threshold = ({ facts }: Guidance) => facts.fromMonths ?? facts.aboveMonths ?? 0;
  return reached.sort((a, b) => threshold(b) - threshold(a))[0];
}

/** Of each code the version in force on a civil date: the highest that has begun and not ended. */
export function inForce<
  V extends {
    readonly code: string;
    readonly version: number;
    readonly validFrom: string;
    readonly validTo: string | undefined;
  },
>(versions: readonly V[], day: string): V[] {
  const found = new Map<string, V>();
  for (const version of versions) {
    const begun = version.validFrom <= day && (version.validTo === undefined || day < version.validTo);
    const known = found.get(version.code);
    if (begun && (!known || known.version < version.version)) found.set(version.code, version);
  }
  return [...found.values()];
}
