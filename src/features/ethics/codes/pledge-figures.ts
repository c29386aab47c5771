/** How many officers of the centres have pledged, and which standards are missed most; and a reminder where not all have. */
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { CentreKind, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { centreName, centresBelow, unitsWith } from '../standing.ts';
import { selectStandards } from './code.queries.ts';
import type { Standard } from './code.ts';
import { newestOn, shareOf } from './code-rules.ts';
import { codesPolicies } from './codes.policies.ts';
import { type Misses, selectMisses, selectPledgeFigures } from './pledge.queries.ts';
import { codesText } from './text.ts';

export type FiguresRow = {
  readonly unitId: number;
  readonly name: string;
  readonly kind: CentreKind;
  /** Undefined where fewer than five work. */
  readonly officers: number | undefined;
  readonly pledged: number | undefined;
  readonly share: number | undefined;
  readonly isComplete: boolean;
  /** By standard, per cent of first choices that were wrong; undefined where too few answered. */
  readonly misses: readonly (number | undefined)[];
};
export type PledgeFigures = {
  readonly fiscalYear: number;
  readonly presentYear: number;
  readonly standards: readonly Standard[];
  readonly rows: readonly FiguresRow[];
  /** Of all centres shown together, for the ministry with those too small to stand alone; undefined until the year has ended. */
  readonly together: readonly (number | undefined)[];
  /** Centres in which somebody has not pledged yet, in her reach. */
  readonly open: number;
  readonly mayRemind: boolean;
};

/** Own centres and those below. */
export async function viewFigures(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
  asked?: number,
): Promise<PledgeFigures> {
  const now = ground.now();
  const today = civilDate(now);
  const presentYear = fiscalYearOf(today);
  const fiscalYear = asked ?? presentYear;
  const centres = await network.listCentres(now);
  const below = centresBelow(signedIn, centres);
  const own = unitsWith(signedIn.appointments).map(({ id }) => id);
  const shown = centres.filter(
    (centre) => centre.isOpen && (own.includes(centre.id) || below.some(({ id }) => id === centre.id)),
  );
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const standards = newestOn(await selectStandards(trx), today, ({ code }) => code);
    const figures = new Map((await selectPledgeFigures(trx, fiscalYear)).map((one) => [one.unitId, one]));
    const misses = await selectMisses(trx, fiscalYear);
    const byStandard = (rows: readonly Misses[]) =>
      standards.map(({ code }) => {
        const of = rows.filter(({ standard }) => standard === code);
        const answered = of.reduce((sum, one) => sum + one.answered, 0);
        return answered === 0
          ? undefined
          : shareOf(
              of.reduce((sum, one) => sum + one.missed, 0),
              answered,
            );
      });
    const rows = shown.map((centre): FiguresRow => {
      const { officers, pledged, isComplete = false } = figures.get(centre.id) ?? {};
      return {
        unitId: centre.id,
        name: centreName(centre, locale),
        kind: centre.kind,
        officers,
        pledged,
        share: officers === undefined ? undefined : shareOf(pledged ?? 0, officers),
        isComplete,
        misses: byStandard(misses.filter(({ unitId }) => unitId === centre.id)),
      };
    });
    return {
      fiscalYear,
      presentYear,
      standards,
      rows,
      together: fiscalYear < presentYear ? byStandard(misses) : standards.map(() => undefined),
      open: rows.filter(({ isComplete }) => !isComplete).length,
      mayRemind: unitsWith(signedIn.appointments, codesPolicies.remind).length > 0,
    };
  });
}

/** `id` is made by the client: a reminder sent twice is one. Refusals: `malformed`, `forbidden`, `nobody-missing`. */
export async function remindToPledge(
  parts: Parts,
  signedIn: SignedIn,
  input: { readonly id: string },
): Promise<Outcome<{ reminded: number }>> {
  const { ground } = parts;
  const id = z.uuid().safeParse(input.id).data;
  if (!id) return refused('malformed');
  const from = unitsWith(signedIn.appointments, codesPolicies.remind)[0];
  if (!from) return refused('forbidden');
  // Only where she reminds, and below: what she sees besides, as an auditor, is not hers to press.
  const appointments = signedIn.appointments.filter(({ role }) =>
    (codesPolicies.remind as readonly string[]).includes(role),
  );
  const { rows, fiscalYear } = await viewFigures(parts, { ...signedIn, appointments }, 'th');
  const open = rows.filter(({ isComplete }) => !isComplete);
  if (open.length === 0) return refused('nobody-missing');
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const title = (locale: Locale) => codesText(locale).notice(formatFiscalYear(fiscalYear, locale));
    await raiseNotice(trx, {
      id,
      kind: 'reminder',
      objectId: `pledge.${fiscalYear}`,
      titleTh: title('th'),
      titleEn: title('en'),
      href: '/office/pledge',
      units: open.map(({ unitId }) => unitId),
      roles: codesPolicies.pledge,
      raisedBy: signedIn.person.id,
      at: now,
    });
    await recordAct(trx, {
      act: 'ethics.pledges-reminded',
      object: 'notice',
      id,
      unit: from.code,
      at: now.toISOString(),
      facts: { centres: open.length, fiscalYear },
    });
    return done({ reminded: open.length });
  });
}
