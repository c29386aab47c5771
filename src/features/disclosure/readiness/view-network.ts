/** The network's readiness by centre: how many items are ready, met, out of reach, and how that has changed in a year. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Queries } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectAnswers, selectLinks } from '../answers/answer.queries.ts';
import { readinessOf } from '../answers/answer-rules.ts';
import { selectInForce } from '../item-sets/item-set.queries.ts';
import { agencyType, centreFor, type DisclosureNeeds, roleIn } from '../needs.ts';
import type { LeagueLine } from './league-rules.ts';
import { yearWithItems } from './view-centre.ts';

export type League = {
  readonly fiscalYear: number;
  readonly years: readonly number[];
  readonly items: number;
  readonly lines: readonly LeagueLine[];
};

/** Undefined for who oversees nobody, or while no year has items. */
export async function viewNetwork(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  asked: number | undefined,
  locale: Locale,
): Promise<League | undefined> {
  const now = ground.now();
  const all = await network.listCentres(now);
  const centres = all.filter(
    ({ id, isOpen }) => isOpen && roleIn('oversee', signedIn, all, id) !== undefined,
  );
  if (centres.length < 2) return undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const found = await yearWithItems(trx, asked, now);
    if (!found) return undefined;
    const present = await readYear(trx, found.year);
    const before = await readYear(trx, found.year - 1);
    return {
      fiscalYear: found.year,
      years: found.years,
      items: present.codes.length,
      lines: centres.map((centre) => {
        const answers = present.answers.get(centre.id) ?? [];
        const readiness = readinessOf(present.codes, answers, present.links);
        const past = before.answers.get(centre.id);
        return {
          centre: centreFor(centre, locale),
          ...readiness,
          change: past
            ? readiness.readyPercent - readinessOf(before.codes, past, []).readyPercent
            : undefined,
          waiting: answers.filter(({ state }) => state === 'ready' || state === 'appealed').length,
        };
      }),
    };
  });
}

async function readYear(db: Queries, year: number) {
  const set = await selectInForce(db, year, agencyType);
  const answers = set ? await selectAnswers(db, { fiscalYears: [year] }) : [];
  return {
    codes: set?.items.map(({ code }) => code) ?? [],
    answers: Map.groupBy(answers, ({ unitId }) => unitId),
    links: await selectLinks(
      db,
      answers.map(({ id }) => id),
    ),
  };
}

/** For the yearly calendar: centres that have every item of the year's set ready or met. As the worker. */
export async function unitsThatAreReady(
  { ground }: DisclosureNeeds,
  fiscalYear: number,
): Promise<ReadonlySet<number>> {
  const { codes, answers } = await readYear(ground.databases.worker, fiscalYear);
  return new Set(
    [...answers]
      .filter(([, own]) => codes.length > 0 && readinessOf(codes, own, []).ready === codes.length)
      .map(([unitId]) => unitId),
  );
}
