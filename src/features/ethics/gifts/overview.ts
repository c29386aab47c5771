/** For the centre above: which centres have filed a half-year, which received nothing, which are missing; and a reminder. */
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { Centre, CentreKind, SignedIn } from '#features/network/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectPeriods } from '../rules/rule.queries.ts';
import { centreName, centresBelow, unitsWith } from '../standing.ts';
import { halvesOf } from './file-half-year.ts';
import { selectFigures, selectFilings } from './filing.queries.ts';
import { giftPolicies } from './gift.policies.ts';
import type { Filing, FilingState, HalfPeriod } from './gift.ts';
import { filingState, halfOf } from './gift-rules.ts';
import { giftsText } from './text.ts';

export type OverviewRow = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly kind: CentreKind;
  readonly state: FilingState;
  readonly filing: Filing | undefined;
  /** Gifts that wait for a decision past its day. */
  readonly late: number;
};
export type Overview = {
  readonly fiscalYear: number;
  readonly presentYear: number;
  readonly period: HalfPeriod;
  readonly rows: readonly OverviewRow[];
  readonly mayRemind: boolean;
};

/** Undefined for who leads, oversees, plans for or audits no centre above others. */
export async function viewOverview(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
  asked: { readonly fiscalYear?: number | undefined; readonly half?: 1 | 2 | undefined } = {},
): Promise<Overview | undefined> {
  const now = ground.now();
  const today = civilDate(now);
  const below = centresBelow(signedIn, await network.listCentres(now));
  if (below.length === 0) return undefined;
  const rules = await selectPeriods(ground.databases.public);
  const presentYear = fiscalYearOf(today);
  const fiscalYear = asked.fiscalYear ?? presentYear;
  const half = asked.half ?? halfOf(halvesOf(rules, presentYear), today);
  const period = halvesOf(rules, fiscalYear).find((one) => one.half === half);
  if (!period) return undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const filings = await selectFilings(trx, fiscalYear);
    const live = new Map((await selectFigures(trx, fiscalYear, half, today)).map((one) => [one.unitId, one]));
    return {
      fiscalYear,
      presentYear,
      period,
      mayRemind: rootsOf(signedIn, below).length > 0,
      rows: below.map((centre) => {
        const filing = filings.find((one) => one.unitId === centre.id && one.half === half);
        const figures = live.get(centre.id);
        return {
          unitId: centre.id,
          code: centre.code,
          name: centreName(centre, locale),
          kind: centre.kind,
          filing,
          late: figures?.late ?? 0,
          state: filingState(filing, figures, period.dueOn, today),
        };
      }),
    };
  });
}

/** Centres above others for which the person may remind. */
const rootsOf = (signedIn: SignedIn, below: readonly Centre[]) =>
  unitsWith(signedIn.appointments, giftPolicies.remind).filter(({ code }) =>
    below.some(({ parentCode }) => parentCode === code),
  );

const newReminder = z.object({
  id: z.uuid(),
  fiscalYear: z.int().min(2560).max(2650),
  half: z.union([z.literal(1), z.literal(2)]),
});

/** `id` is made by the client: a reminder sent twice is one. Refusals: `forbidden`, `nobody-missing`. */
export async function remindMissing(
  parts: Parts,
  signedIn: SignedIn,
  input: z.input<typeof newReminder>,
): Promise<Outcome<{ reminded: number }>> {
  const { ground } = parts;
  const parsed = newReminder.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, fiscalYear, half } = parsed.data;
  const overview = await viewOverview(parts, signedIn, 'th', { fiscalYear, half });
  if (!overview?.mayRemind) return refused('forbidden');
  const missing = overview.rows.filter(({ state }) => state === 'missing' || state === 'late');
  if (missing.length === 0) return refused('nobody-missing');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const now = ground.now();
    const title = (locale: Locale) =>
      giftsText(locale).notice.reminder(
        half,
        formatFiscalYear(fiscalYear, locale),
        formatDate(asCivilDate(overview.period.dueOn), locale),
      );
    await raiseNotice(trx, {
      id,
      kind: 'reminder',
      objectId: `gifts.${fiscalYear}.${half}`,
      titleTh: title('th'),
      titleEn: title('en'),
      href: `/office/gifts/filing?year=${fiscalYear}`,
      units: missing.map(({ unitId }) => unitId),
      roles: giftPolicies.file,
      raisedBy: signedIn.person.id,
      at: now,
    });
    const from = unitsWith(signedIn.appointments, giftPolicies.remind)[0]!;
    await recordAct(trx, {
      act: 'ethics.gifts-reminded',
      object: 'notice',
      id,
      unit: from.code,
      at: now.toISOString(),
      facts: { centres: missing.length, fiscalYear, half },
    });
    return done({ reminded: missing.length });
  });
}
