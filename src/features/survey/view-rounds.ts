/** What officers see of rounds: those of their centres, one of them, and those that they may answer themselves. */
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import { isUuid, nameOf, type Parts } from './needs.ts';
import { selectQuestionnaires, selectRounds } from './questionnaire.queries.ts';
import { selectRemarks, selectResults } from './result.queries.ts';
import { runs, runsAll, runsOwn, sees, writes } from './survey.policies.ts';
import { type GroupResult, type Questionnaire, type RoundState, stateOf } from './survey.ts';

export type RoundLine = {
  readonly id: string;
  readonly unitId: number;
  readonly code: string;
  readonly centre: string;
  readonly fiscalYear: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: RoundState;
};

export type Desk = {
  /** Rounds of centres in which the person holds a role. */
  readonly rounds: readonly (RoundLine & { readonly mayAnswer: boolean; readonly hasToken: boolean })[];
  /** Where she may open one, and for which years there is a questionnaire. */
  readonly mayOpen: readonly { readonly unitId: number; readonly name: string }[];
  readonly mayOpenForAll: boolean;
  readonly years: readonly number[];
  readonly bands: readonly Questionnaire['bands'][number][];
  readonly seesNetwork: boolean;
  readonly writes: boolean;
};

export async function surveyDesk(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
): Promise<Desk> {
  const now = ground.now();
  const today = civilDate(now);
  const centres = await network.listCentres(now);
  const held = [...new Set(signedIn.appointments.map(({ unitId }) => unitId))];
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const rounds = await selectRounds(trx, { unitIds: held });
    const year = fiscalYearOf(today);
    const questionnaires = (await selectQuestionnaires(trx)).filter(({ state }) => state === 'in-force');
    const lines = [];
    for (const round of rounds) {
      const state = stateOf(round, today);
      const centre = centres.find(({ id }) => id === round.unitId)!;
      lines.push({
        id: round.id,
        unitId: round.unitId,
        code: centre.code,
        centre: nameOf(centre, locale),
        fiscalYear: round.fiscalYear,
        opensOn: round.opensOn,
        closesOn: round.closesOn,
        state,
        mayAnswer: state === 'open',
        hasToken: state === 'open' && (await holdsToken(trx, round.id)),
      });
    }
    return {
      rounds: lines,
      mayOpen: centres
        .filter(({ id, isOpen }) => isOpen && held.includes(id) && runsOwn(signedIn.appointments, id))
        .map((centre) => ({ unitId: centre.id, name: nameOf(centre, locale) })),
      mayOpenForAll: runsAll(signedIn.appointments, centres) !== undefined,
      years: [year, year + 1].filter((one) => questionnaires.some(({ fiscalYear }) => fiscalYear === one)),
      bands: questionnaires.find(({ fiscalYear }) => fiscalYear === year)?.bands ?? [],
      seesNetwork: centres.some(
        ({ id, parentCode }) =>
          parentCode !== undefined && !held.includes(id) && sees(signedIn.appointments, centres, id),
      ),
      writes: writes(signedIn.appointments, centres) !== undefined,
    };
  });
}

async function holdsToken(trx: InTransaction, roundId: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`select survey.holds_token(${roundId}) as holds`.execute(trx);
  return rows[0]!.holds;
}

export type RoundView = {
  readonly round: RoundLine & { readonly entitledNote: string; readonly tokenKey: string };
  readonly questionnaire: Questionnaire;
  readonly entitled: Readonly<Record<string, number>>;
  readonly codesPrinted: number;
  /** In whole smallest groups while it is open. */
  readonly answeredSoFar: number;
  readonly mayRun: boolean;
  readonly mayPrint: boolean;
  readonly mayAnswer: boolean;
  readonly hasToken: boolean;
  readonly results: RoundResults | undefined;
};

export type RoundResults = {
  readonly groups: readonly GroupResult[];
  /** Of the whole, the year before, by item. */
  readonly before: GroupResult | undefined;
  readonly beforeItems: readonly Pick<Questionnaire['items'][number], 'code' | 'indicator'>[];
  /** Undefined for readers outside the centre. */
  readonly words: readonly string[] | undefined;
};

export async function viewRound(
  { ground, network }: Parts,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<RoundView | undefined> {
  if (!isUuid(id)) return undefined;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [round] = await selectRounds(trx, { id });
    if (!round) return undefined;
    const centre = centres.find((one) => one.id === round.unitId)!;
    const isOwn = signedIn.appointments.some(({ unitId }) => unitId === round.unitId);
    const isSeen = sees(signedIn.appointments, centres, round.unitId) !== undefined;
    if (!isOwn && !isSeen && !round.publishedAt) return undefined;
    const [questionnaire] = await selectQuestionnaires(trx, { id: round.questionnaireId });
    const state = stateOf(round, civilDate(now));
    const mayPrint = runsOwn(signedIn.appointments, round.unitId) !== undefined;
    const entitled = await trx
      .selectFrom('survey.entitled')
      .select(['band', 'people'])
      .where('round_id', '=', id)
      .execute();
    const note = await trx
      .selectFrom('survey.round')
      .select('entitled_note')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const sheets = await trx.selectFrom('survey.sheet').select('codes').where('round_id', '=', id).execute();
    const so = await sql<{ people: number }>`select survey.answered_so_far(${id}) as people`.execute(trx);
    return {
      round: {
        id,
        unitId: round.unitId,
        code: centre.code,
        centre: nameOf(centre, locale),
        fiscalYear: round.fiscalYear,
        opensOn: round.opensOn,
        closesOn: round.closesOn,
        state,
        entitledNote: note.entitled_note,
        tokenKey: Buffer.from(round.tokenKey).toString('base64url'),
      },
      questionnaire: questionnaire!,
      entitled: Object.fromEntries(entitled.map(({ band, people }) => [band, people])),
      codesPrinted: sheets.reduce((sum, { codes }) => sum + codes, 0),
      answeredSoFar: so.rows[0]!.people,
      mayRun: runs(signedIn.appointments, centres, round.unitId) !== undefined,
      mayPrint,
      mayAnswer: isOwn && state === 'open',
      hasToken: await holdsToken(trx, id),
      results:
        round.countedAt && (isSeen || round.publishedAt) ? await resultsFor(trx, round, mayPrint) : undefined,
    };
  });
}

async function resultsFor(
  trx: InTransaction,
  { id, unitId, fiscalYear }: { readonly id: string; readonly unitId: number; readonly fiscalYear: number },
  withWords: boolean,
): Promise<RoundResults> {
  const [last] = await selectRounds(trx, { unitIds: [unitId], fiscalYear: fiscalYear - 1 });
  const results = await selectResults(trx, last ? [id, last.id] : [id]);
  const [asked] = last ? await selectQuestionnaires(trx, { id: last.questionnaireId }) : [];
  return {
    groups: results.get(id) ?? [],
    before: last && results.get(last.id)?.find(({ band }) => band === '*'),
    beforeItems: asked?.items ?? [],
    words: withWords ? await selectRemarks(trx, id) : undefined,
  };
}
