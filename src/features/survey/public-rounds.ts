/** What anybody may see: which rounds are open and what they ask, and published results. */
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { nameOf, type Parts } from './needs.ts';
import { selectQuestionnaires, selectRounds } from './questionnaire.queries.ts';
import { selectResults } from './result.queries.ts';
import { type GroupResult, type Questionnaire, type Round, type RoundState, stateOf } from './survey.ts';

export type PublicLine = {
  readonly code: string;
  readonly centre: string;
  readonly fiscalYear: number;
  readonly closesOn: string;
  readonly state: RoundState;
};

/** Open and published ones. */
export async function listPublicRounds(
  { ground, network }: Parts,
  locale: Locale,
): Promise<readonly PublicLine[]> {
  const now = ground.now();
  const centres = new Map((await network.listCentres(now)).map((centre) => [centre.id, centre]));
  return (await selectRounds(ground.databases.public))
    .map((round) => ({
      code: centres.get(round.unitId)!.code,
      centre: nameOf(centres.get(round.unitId)!, locale),
      fiscalYear: round.fiscalYear,
      closesOn: round.closesOn,
      state: stateOf(round, civilDate(now)),
    }))
    .filter(({ state }) => state === 'open' || state === 'published');
}

export type PublicRound = {
  readonly line: PublicLine;
  readonly round: Round;
  readonly questionnaire: Questionnaire;
  readonly groups: readonly GroupResult[];
};

export async function readPublicRound(
  { ground, network }: Parts,
  of: { readonly code: string; readonly fiscalYear: number },
  locale: Locale,
): Promise<PublicRound | undefined> {
  const now = ground.now();
  const db = ground.databases.public;
  const centre = (await network.listCentres(now)).find(({ code }) => code === of.code);
  if (!centre) return undefined;
  const [round] = await selectRounds(db, { unitIds: [centre.id], fiscalYear: of.fiscalYear });
  const [questionnaire] = round ? await selectQuestionnaires(db, { id: round.questionnaireId }) : [];
  if (!round || !questionnaire) return undefined;
  return {
    line: {
      code: centre.code,
      centre: nameOf(centre, locale),
      fiscalYear: round.fiscalYear,
      closesOn: round.closesOn,
      state: stateOf(round, civilDate(now)),
    },
    round,
    questionnaire,
    groups: (await selectResults(db, [round.id])).get(round.id) ?? [],
  };
}
