/** Pure figures over marks: means by competency, learning gain, how well a question tells apart. */

/** The best attempt of a person at one test. */
export type Scored = {
  readonly registrationId: string;
  readonly unitId: number;
  readonly testId: string;
  readonly finishedAt: Date;
  readonly share: number;
  readonly marks: readonly {
    readonly questionId: string;
    readonly version: number;
    readonly competency: string;
    readonly share: number;
  }[];
};

/** Fewer people than this are not shown as a group: one of them could be told from the figure. */
export const leastGroup = 5;
/** Fewer answers than this say nothing about a question. */
export const leastAnswers = 20;

export const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

export type Gain = {
  readonly people: number;
  readonly pre: number;
  readonly post: number;
  readonly difference: number;
  /**
   * ⟨g⟩ = (post − pre) / (1 − pre) of the group's means: the part of what could be gained that was gained (Hake 1998).
   * Undefined where nothing was left to gain.
   */
  readonly normalised: number | undefined;
};

type Pair = { readonly pre: number; readonly post: number };

/** Undefined for a group too small to be shown. */
export function gainOf(pairs: readonly Pair[]): Gain | undefined {
  if (pairs.length < leastGroup) return undefined;
  const pre = meanOf(pairs.map((pair) => pair.pre))!;
  const post = meanOf(pairs.map((pair) => pair.post))!;
  return {
    people: pairs.length,
    pre,
    post,
    difference: post - pre,
    normalised: pre < 1 ? (post - pre) / (1 - pre) : undefined,
  };
}

type Both = { readonly unitId: number; readonly pre: Scored; readonly post: Scored };

/** Those who took both tests: others would make a gain of who stayed away. */
export function bothOf(pre: readonly Scored[], post: readonly Scored[]): readonly Both[] {
  const after = new Map(post.map((scored) => [scored.registrationId, scored]));
  return pre.flatMap((scored) => {
    const other = after.get(scored.registrationId);
    return other ? [{ unitId: scored.unitId, pre: scored, post: other }] : [];
  });
}

export const competencyShare = ({ marks }: Scored, competency: string): number | undefined =>
  meanOf(marks.filter((mark) => mark.competency === competency).map(({ share }) => share));

export function gainByCompetency(
  both: readonly Both[],
  competencies: readonly string[],
): readonly { readonly competency: string; readonly gain: Gain | undefined }[] {
  return competencies.map((competency) => ({
    competency,
    gain: gainOf(
      both.flatMap(({ pre, post }) => {
        const pair = { pre: competencyShare(pre, competency), post: competencyShare(post, competency) };
        return pair.pre === undefined || pair.post === undefined ? [] : [{ pre: pair.pre, post: pair.post }];
      }),
    ),
  }));
}

/**
 * By centre; small ones together in one line. Where that line alone would still be small, the smallest shown centre joins
 * it: otherwise the whole less all others would give it away.
 */
export function gainByCentre(
  both: readonly Both[],
): readonly { readonly unitId: number | undefined; readonly gain: Gain }[] {
  const groups = new Map<number, Both[]>();
  for (const each of both) groups.set(each.unitId, [...(groups.get(each.unitId) ?? []), each]);
  const bySize = [...groups.entries()].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const shown = bySize.filter(([, people]) => people.length >= leastGroup);
  const others = bySize.filter(([, people]) => people.length < leastGroup).flatMap(([, people]) => people);
  while (others.length > 0 && others.length < leastGroup && shown.length > 0) others.push(...shown.pop()![1]);
  const pairs = (people: readonly Both[]) =>
    people.map(({ pre, post }) => ({ pre: pre.share, post: post.share }));
  const lines: { unitId: number | undefined; people: readonly Both[] }[] = shown.map(([unitId, people]) => ({
    unitId,
    people,
  }));
  if (others.length > 0) lines.push({ unitId: undefined, people: others });
  return lines.flatMap(({ unitId, people }) => {
    const gain = gainOf(pairs(people));
    return gain ? [{ unitId, gain }] : [];
  });
}

export type ItemFigures = {
  readonly questionId: string;
  readonly version: number;
  readonly answers: number;
  /** Mean share of points: 1 is easy. Undefined while there are too few answers. */
  readonly facility: number | undefined;
  /**
   * Point-biserial correlation of the question's mark with the mean of the person's other marks in the same test
   * (corrected: the question is not counted into what it is compared with). Undefined also where everybody had the same.
   */
  readonly discrimination: number | undefined;
};

export function itemFigures(scored: readonly Scored[]): readonly ItemFigures[] {
  const items = new Map<string, { questionId: string; version: number; own: number[]; rest: number[] }>();
  for (const { marks } of scored) {
    const total = marks.reduce((sum, { share }) => sum + share, 0);
    for (const { questionId, version, share } of marks) {
      const key = `${questionId} ${version}`;
      const item = items.get(key) ?? { questionId, version, own: [], rest: [] };
      item.own.push(share);
      item.rest.push(marks.length > 1 ? (total - share) / (marks.length - 1) : 0);
      items.set(key, item);
    }
  }
  return [...items.values()].map(({ questionId, version, own, rest }) => ({
    questionId,
    version,
    answers: own.length,
    facility: own.length < leastAnswers ? undefined : meanOf(own),
    discrimination: own.length < leastAnswers ? undefined : correlation(own, rest),
  }));
}

/** Pearson's; undefined where one side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  const [meanA, meanB] = [meanOf(a) ?? 0, meanOf(b) ?? 0];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [at, value] of a.entries()) {
    const [da, db] = [value - meanA, b[at]! - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa < 1e-12 || bb < 1e-12 ? undefined : ab / Math.sqrt(aa * bb);
}

/** How many people reached each tenth, for a picture of the distribution; the last holds 90 to 100 per cent. */
export const tenths = (shares: readonly number[]): readonly number[] =>
  Array.from(
    { length: 10 },
    (_, at) => shares.filter((share) => Math.min(9, Math.floor(share * 10)) === at).length,
  );
