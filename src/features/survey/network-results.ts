/** Results by centre, for those above; and one centre's scores, for other features. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Queries } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import { nameOf, type Parts } from './needs.ts';
import { selectQuestionnaires, selectRounds } from './questionnaire.queries.ts';
import { selectResults } from './result.queries.ts';
import { average, rateOf, scoresOf } from './score-rules.ts';
import { rootOf, sees } from './survey.policies.ts';
import { type Indicator, type Round, type RoundState, stateOf, type Words, whole } from './survey.ts';

export type CentreScores = {
  readonly people: number | undefined;
  readonly rate: number | undefined;
  readonly total: number | undefined;
  readonly indicators: ReadonlyMap<string, number>;
};
export type CentreLine = CentreScores & {
  readonly code: string;
  readonly name: string;
  readonly roundId: string | undefined;
  readonly state: RoundState | undefined;
  /** Total of the year before. */
  readonly before: number | undefined;
};
export type NetworkResults = {
  /** Whether the reader sees every centre, and may so report on the network. */
  readonly seesAll: boolean;
  /** Fewer answers are shown nowhere; undefined while nothing was asked. */
  readonly smallestGroup: number | undefined;
  readonly indicators: readonly Indicator[];
  readonly lines: readonly CentreLine[];
  /** Means of the centres that are shown: a hidden centre is in none of them. */
  readonly mean: { readonly total: number | undefined; readonly indicators: ReadonlyMap<string, number> };
};

/** By round: scores of the whole. */
async function scoresBy(db: Queries, rounds: readonly Round[]): Promise<ReadonlyMap<string, CentreScores>> {
  const results = await selectResults(
    db,
    rounds.map(({ id }) => id),
  );
  const questionnaires = new Map((await selectQuestionnaires(db)).map((one) => [one.id, one]));
  return new Map(
    rounds.map(({ id, questionnaireId }) => {
      const group = results.get(id)?.find(({ band }) => band === whole);
      const { total, indicators } = scoresOf(
        questionnaires.get(questionnaireId)?.items ?? [],
        group?.items ?? [],
      );
      return [id, { people: group?.people, rate: group && rateOf(group), total, indicators }];
    }),
  );
}

export async function networkResults(
  { ground, network }: Parts,
  signedIn: SignedIn,
  fiscalYear: number,
  locale: Locale,
): Promise<NetworkResults> {
  const now = ground.now();
  const all = await network.listCentres(now);
  const centres = all.filter(({ id, isOpen }) => isOpen && sees(signedIn.appointments, all, id));
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const unitIds = centres.map(({ id }) => id);
    const rounds = await selectRounds(trx, { unitIds, fiscalYear });
    const last = await selectRounds(trx, { unitIds, fiscalYear: fiscalYear - 1 });
    const scores = await scoresBy(trx, [...rounds, ...last]);
    const [asked] = await selectQuestionnaires(trx, { fiscalYear });
    const lines = centres.map((centre): CentreLine => {
      const round = rounds.find(({ unitId }) => unitId === centre.id);
      const before = last.find(({ unitId }) => unitId === centre.id);
      const own = round && scores.get(round.id);
      return {
        code: centre.code,
        name: nameOf(centre, locale),
        roundId: round?.id,
        state: round && stateOf(round, civilDate(now)),
        people: own?.people,
        rate: own?.rate,
        total: own?.total,
        indicators: own?.indicators ?? new Map(),
        before: before && scores.get(before.id)?.total,
      };
    });
    const indicators = asked?.indicators ?? [];
    const meanOf = (values: readonly (number | undefined)[]) =>
      average(values.filter((value) => value !== undefined));
    return {
      seesAll: sees(signedIn.appointments, all, rootOf(all)?.id ?? -1) !== undefined,
      smallestGroup: asked?.smallestGroup,
      indicators,
      lines,
      mean: {
        total: meanOf(lines.map(({ total }) => total)),
        indicators: new Map(
          indicators.flatMap(({ code }) => {
            const mean = meanOf(lines.map((line) => line.indicators.get(code)));
            return mean === undefined ? [] : [[code, mean] as const];
          }),
        ),
      },
    };
  });
}

export type SurveyScores = {
  readonly people: number;
  readonly rate: number | undefined;
  readonly total: number | undefined;
  readonly indicators: readonly {
    readonly code: string;
    readonly name: Words;
    readonly score: number | undefined;
  }[];
};

/** Published scores of a centre's year; undefined while there are none, and for a centre too small to show. */
export async function surveyScores(
  { ground }: Parts,
  unitId: number,
  fiscalYear: number,
): Promise<SurveyScores | undefined> {
  const db = ground.databases.public;
  const [round] = await selectRounds(db, { unitIds: [unitId], fiscalYear });
  if (!round?.publishedAt) return undefined;
  const scores = (await scoresBy(db, [round])).get(round.id);
  const [asked] = await selectQuestionnaires(db, { id: round.questionnaireId });
  if (scores?.people === undefined || !asked) return undefined;
  return {
    people: scores.people,
    rate: scores.rate,
    total: scores.total,
    indicators: asked.indicators.map(({ code, name }) => ({
      code,
      name,
      score: scores.indicators.get(code),
    })),
  };
}
