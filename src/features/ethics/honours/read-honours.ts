/** Honours as an officer reads them: the desk, one nomination, the list she is asked about. Nothing here knows a hold. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { bodyName, centreName, keepsRules, unitsWith } from '../standing.ts';
import { listFor, questionsOf } from './answer-clearance.ts';
import { selectCategories } from './category.queries.ts';
import { isNominee } from './consent.ts';
import {
  selectNominations,
  selectOnRoll,
  selectReasons,
  selectRound,
  selectRounds,
} from './honour.queries.ts';
import type { Category, Nomination, Reason, Round, Standing } from './honour.ts';
import { standingOf, takesNominations } from './honour-rules.ts';
import { approvesHonours, mayNominate, nominatingRoles, runsHonours } from './honours.policies.ts';
import { scoredByMe } from './score.ts';

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Names of nominees: persons', or the body whose centre is nominated. */
export async function namesOf(
  { network }: Parts,
  trx: InTransaction,
  nominations: readonly Pick<Nomination, 'id' | 'personId' | 'unitId'>[],
  centres: readonly Centre[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const people = await network.findPeople(
    trx,
    nominations.flatMap(({ personId }) => personId ?? []),
  );
  return new Map(
    nominations.map(({ id, personId, unitId }) => {
      const person = people.find((one) => one.id === personId);
      const centre = centres.find((one) => one.id === unitId);
      const name = person
        ? ((locale === 'en' ? person.nameEn : undefined) ?? person.nameTh)
        : centre && bodyName(centre, locale);
      return [id, name ?? ''] as const;
    }),
  );
}

export type HonourRow = {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly centre: string;
  readonly standing: Standing;
};
export type HonourDesk = {
  readonly fiscalYear: number;
  readonly round: Round | undefined;
  readonly categories: readonly (Category & { readonly isOpen: boolean })[];
  readonly rows: readonly HonourRow[];
  readonly mayNominate: boolean;
  readonly runs: boolean;
  readonly approves: boolean;
  readonly keeps: boolean;
  /** What waits for her: nominations to support, to consent to, to score; centres to answer for. */
  readonly toSupport: readonly HonourRow[];
  readonly toConsent: readonly HonourRow[];
  readonly toScore: readonly HonourRow[];
  readonly toAnswer: readonly string[];
};

/** The present fiscal year's round, or the newest before it. */
export async function honourDesk(parts: Parts, signedIn: SignedIn, locale: Locale): Promise<HonourDesk> {
  const { ground, network } = parts;
  const now = ground.now();
  const today = civilDate(now);
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const present = fiscalYearOf(today);
    const categories = await selectCategories(trx);
    const round = (await selectRounds(trx)).find((one) => one.fiscalYear <= present);
    const fiscalYear =
      round && !categories.some((one) => one.fiscalYear === present) ? round.fiscalYear : present;
    const shown = round?.fiscalYear === fiscalYear ? round : undefined;
    const ofYear = categories.filter((one) => one.fiscalYear === fiscalYear);
    const nominations = shown ? await selectNominations(trx, { roundId: shown.id }) : [];
    const names = await namesOf(parts, trx, nominations, centres, locale);
    const ids = nominations.map(({ id }) => id);
    const onRoll = await selectOnRoll(trx, ids);
    const consents = await trx.selectFrom('ethics.honour_consent').select('nomination_id').execute();
    const scores = await trx.selectFrom('ethics.honour_score').select('nomination_id').execute();
    const mine = await scoredByMe(trx, ids);
    const row = (one: Nomination): HonourRow => ({
      id: one.id,
      name: names.get(one.id)!,
      category: nameOf(
        ofYear.find(({ code }) => code === one.categoryCode),
        locale,
      ),
      centre: centreName(
        centres.find(({ id }) => id === one.unitId),
        locale,
      ),
      standing: standingOf(one, shown!, onRoll.has(one.id)),
    });
    const own = new Set(unitsWith(signedIn.appointments).map(({ id }) => id));
    const unanswered = shown
      ? await trx
          .selectFrom('ethics.honour_clearance')
          .select('unit_id')
          .where('round_id', '=', shown.id)
          .where('answer_id', 'is', null)
          .execute()
      : [];
    const questions = shown ? await questionsOf(trx, shown.id) : [];
    const has = (list: readonly { readonly nomination_id: string }[], id: string) =>
      list.some((one) => one.nomination_id === id);
    return {
      fiscalYear,
      round: shown,
      categories: ofYear.map((one) => ({
        ...one,
        isOpen: shown?.state === 'nominating' && takesNominations(one, today),
      })),
      rows: nominations.map(row).sort((a, b) => a.name.localeCompare(b.name, 'th')),
      mayNominate: unitsWith(signedIn.appointments, nominatingRoles).length > 0,
      runs: runsHonours(signedIn, centres) !== undefined,
      approves: approvesHonours(signedIn, centres) !== undefined,
      keeps: keepsRules(signedIn, centres),
      toSupport: nominations
        .filter(
          (one) =>
            one.state === 'draft' &&
            shown?.state === 'nominating' &&
            one.nominatedBy !== signedIn.person.id &&
            own.has(one.unitId),
        )
        .map(row),
      toConsent: nominations
        .filter(
          (one) =>
            one.state === 'handed-in' &&
            (shown?.state === 'nominating' || shown?.state === 'scoring') &&
            isNominee(signedIn, one) &&
            !has(consents, one.id),
        )
        .map(row),
      toScore: nominations.filter((one) => mine.has(one.id) && !has(scores, one.id)).map(row),
      toAnswer: questions
        .filter((id) => unanswered.some((one) => one.unit_id === id))
        .map((id) =>
          centreName(
            centres.find((one) => one.id === id),
            locale,
          ),
        ),
    };
  });
}

export const nameOf = (category: Pick<Category, 'nameTh' | 'nameEn'> | undefined, locale: Locale): string =>
  (locale === 'en' ? category?.nameEn : category?.nameTh) ?? '';

export type NominationView = {
  readonly nomination: Omit<Nomination, 'nominatedBy' | 'supportedBy'>;
  readonly round: Round;
  readonly category: Category;
  readonly name: string;
  readonly centre: string;
  readonly reasons: readonly Reason[];
  readonly nominators: readonly string[];
  readonly standing: Standing;
  readonly mayMend: boolean;
  readonly maySupport: boolean;
  /** Undefined for everybody but the nominee. */
  readonly consent: { readonly isGiven: boolean | undefined } | undefined;
  /** Undefined for who does not score this nominee now; empty before she has. */
  readonly scores: readonly number[] | undefined;
};

/** Undefined when there is none that the officer may see. */
export async function viewNomination(
  parts: Parts,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<NominationView | undefined> {
  if (!isUuid(id)) return undefined;
  const { ground, network } = parts;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [found] = await selectNominations(trx, { id });
    if (!found) return undefined;
    const { nominatedBy, supportedBy, ...nomination } = found;
    const round = (await selectRound(trx, nomination.roundId))!;
    const category = (await selectCategories(trx)).find(
      (one) => one.fiscalYear === round.fiscalYear && one.code === nomination.categoryCode,
    )!;
    const both = [nominatedBy, ...(supportedBy ? [supportedBy] : [])];
    const people = await network.findPeople(trx, both);
    const isNow = round.state === 'nominating' && takesNominations(category, civilDate(now));
    const isDraft = nomination.state === 'draft';
    const consent = await trx
      .selectFrom('ethics.honour_consent')
      .select('is_given')
      .where('nomination_id', '=', id)
      .executeTakeFirst();
    const given = await trx
      .selectFrom('ethics.honour_score')
      .select('scores')
      .where('nomination_id', '=', id)
      .executeTakeFirst();
    return {
      nomination,
      round,
      category,
      name: (await namesOf(parts, trx, [nomination], centres, locale)).get(id)!,
      centre: centreName(
        centres.find((one) => one.id === nomination.unitId),
        locale,
      ),
      reasons: await selectReasons(trx, id),
      nominators: both.flatMap((who) => {
        const person = people.find((one) => one.id === who);
        return person ? [(locale === 'en' ? person.nameEn : undefined) ?? person.nameTh] : [];
      }),
      standing: standingOf(nomination, round, (await selectOnRoll(trx, [id])).has(id)),
      mayMend: isDraft && isNow && nominatedBy === signedIn.person.id,
      maySupport:
        isDraft &&
        isNow &&
        nominatedBy !== signedIn.person.id &&
        nomination.personId !== signedIn.person.id &&
        unitsWith(signedIn.appointments).some((unit) => unit.id === nomination.unitId),
      consent: !isDraft && isNominee(signedIn, nomination) ? { isGiven: consent?.is_given } : undefined,
      scores: (await scoredByMe(trx, [id])).has(id) ? (given?.scores ?? []) : undefined,
    };
  });
}

/** What the form of a nomination needs: open categories, own centres, colleagues of the one chosen. */
export async function nominationForm(
  parts: Parts,
  signedIn: SignedIn,
  locale: Locale,
  asked: { readonly category?: string | undefined; readonly unitId?: number | undefined },
) {
  const { ground, network } = parts;
  const now = ground.now();
  const centres = await network.listCentres(now);
  const units = centres.filter(({ id, isOpen }) => isOpen && mayNominate(signedIn, id));
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const round = (await selectRounds(trx)).find(({ state }) => state === 'nominating');
    const categories = (await selectCategories(trx)).filter(
      (one) => one.fiscalYear === round?.fiscalYear && takesNominations(one, civilDate(now)),
    );
    const category = categories.find(({ code }) => code === asked.category) ?? categories[0];
    const unit = units.find(({ id }) => id === asked.unitId) ?? units[0];
    return {
      roundId: round?.id,
      categories,
      category,
      units: units.map((one) => ({ id: one.id, name: centreName(one, locale) })),
      unitId: unit?.id,
      colleagues:
        unit && category?.nominee === 'person'
          ? (await network.listColleagues(trx, unit.id))
              .filter(({ id }) => id !== signedIn.person.id)
              .map((one) => ({
                id: one.id,
                name: (locale === 'en' ? one.nameEn : undefined) ?? one.nameTh,
              }))
          : [],
    };
  });
}

export type ClearanceList = {
  readonly roundId: string;
  readonly fiscalYear: number;
  readonly centres: readonly {
    readonly unitId: number;
    readonly name: string;
    readonly isAnswered: boolean;
    readonly list: readonly HonourRow[];
  }[];
};

/** Centres for which she may answer, each with its whole list; undefined while no round asks her. */
export async function clearanceList(
  parts: Parts,
  signedIn: SignedIn,
  locale: Locale,
): Promise<ClearanceList | undefined> {
  const { ground, network } = parts;
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const round = (await selectRounds(trx)).find(({ state }) => state === 'scoring');
    if (!round) return undefined;
    const questions = await questionsOf(trx, round.id);
    const categories = await selectCategories(trx);
    const asked = await trx
      .selectFrom('ethics.honour_clearance')
      .select(['unit_id', 'answer_id'])
      .where('round_id', '=', round.id)
      .execute();
    const shown = centres.filter(({ id }) => questions.includes(id));
    const all = await Promise.all(
      shown.map(async (centre) => {
        const list = await listFor(trx, round.id, centre.id);
        const names = await namesOf(parts, trx, list, centres, locale);
        return {
          unitId: centre.id,
          name: centreName(centre, locale),
          isAnswered: asked.some((one) => one.unit_id === centre.id && one.answer_id !== null),
          list: list
            .map((one) => ({
              id: one.id,
              name: names.get(one.id)!,
              category: nameOf(
                categories.find((of) => of.fiscalYear === round.fiscalYear && of.code === one.categoryCode),
                locale,
              ),
              centre: centreName(
                centres.find(({ id }) => id === one.unitId),
                locale,
              ),
              standing: 'waiting' as const,
            }))
            .sort((a, b) => a.name.localeCompare(b.name, 'th')),
        };
      }),
    );
    return { roundId: round.id, fiscalYear: round.fiscalYear, centres: all };
  });
}
