/** Where a centre might look for risks: what its closed cases and those of its kind were about, and the library of forms. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectMap } from './map.queries.ts';
import type { ClosedFigure, Form, RiskNeeds } from './needs.ts';
import { selectRisks } from './risk.queries.ts';

export type TopicIdeas = {
  readonly topic: string;
  readonly name: string;
  /** Undefined where fewer than five would be told to somebody who does not work on the centre's cases. */
  readonly own: number | undefined;
  /** Undefined where fewer than five would be told. */
  readonly peers: number | undefined;
  readonly outcomes: readonly {
    readonly name: string;
    readonly own: number | undefined;
    readonly peers: number | undefined;
  }[];
  readonly forms: readonly {
    readonly code: string;
    readonly title: string;
    readonly how: string;
    readonly isMapped: boolean;
  }[];
};

const threeYears = 3 * 365.25 * 86_400_000;

/** Topics with figures or forms, those that occupied the centre most first. Undefined for an unknown map. */
export async function suggestRisks(
  { ground, cases, lessons }: RiskNeeds,
  signedIn: SignedIn,
  mapId: string,
  locale: Locale,
): Promise<readonly TopicIdeas[] | undefined> {
  const now = ground.now();
  const day = civilDate(now);
  const [topics, outcomes, forms] = await Promise.all([
    cases.listTopics(day),
    cases.listOutcomes(day),
    lessons.typologies(locale),
  ]);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const map = await selectMap(trx, mapId);
    if (!map) return undefined;
    const since = new Date(now.getTime() - threeYears);
    const figures = await cases.closedFigures(trx, { unitId: map.unitId, since });
    const mapped = new Set(
      (await selectRisks(trx, [mapId])).flatMap(({ typology, isRemoved }) =>
        isRemoved ? [] : (typology ?? []),
      ),
    );
    const name = (all: readonly { code: string; nameTh: string; nameEn: string }[], code: string) => {
      const found = all.find((one) => one.code === code);
      return (locale === 'th' ? found?.nameTh : found?.nameEn) ?? code;
    };
    return topics
      .map(({ code }): TopicIdeas => {
        const ofTopic = figures.filter(({ topic }) => topic === code);
        return {
          topic: code,
          name: name(topics, code),
          ...totals(ofTopic),
          outcomes: ofTopic.map((figure) => ({
            name: name(outcomes, figure.outcome),
            own: figure.own,
            peers: figure.peers,
          })),
          forms: formsOf(forms, code, mapped),
        };
      })
      .filter(({ own, peers, forms }) => (own ?? 0) > 0 || peers !== undefined || forms.length > 0)
      .sort((a, b) => (b.own ?? 0) - (a.own ?? 0) || (b.peers ?? 0) - (a.peers ?? 0));
  });
}

/** The sums of what is told by outcome: never more than the reader could add up herself. */
const totals = (figures: readonly ClosedFigure[]): Pick<TopicIdeas, 'own' | 'peers'> => ({
  own: sumOf(figures.flatMap(({ own }) => own ?? [])),
  peers: sumOf(figures.flatMap(({ peers }) => peers ?? [])),
});

const sumOf = (told: readonly number[]): number | undefined =>
  told.length > 0 ? told.reduce((sum, one) => sum + one, 0) : undefined;

const formsOf = (forms: readonly Form[], topic: string, mapped: ReadonlySet<string>) =>
  forms
    .filter(({ topics }) => topics.includes(topic))
    .map(({ code, title, how }) => ({ code, title, how, isMapped: mapped.has(code) }));
