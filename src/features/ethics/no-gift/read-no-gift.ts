/** Who has announced and who has not yet, for anybody; and what the head is to sign. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import { positionOf } from '#platform/ledger/proof.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { centreName, keepsRules, unitsWith } from '../standing.ts';
import { selectAnnouncement, selectStandings, selectTemplates, selectYears } from './no-gift.queries.ts';
import type { Announcement, CentreStanding, Template } from './no-gift.ts';
import { standingOf } from './no-gift-rules.ts';
import { filledIn, signerOf, templateOn, type Wording } from './sign-no-gift.ts';

export type NoGiftList = {
  readonly fiscalYear: number;
  readonly presentYear: number;
  /** Years to choose from, the latest first. */
  readonly years: readonly number[];
  readonly centres: readonly CentreStanding[];
};

/** Every centre that stands. For anybody. */
export async function listNoGift(
  { ground, network }: Parts,
  locale: Locale,
  asked?: number,
): Promise<NoGiftList> {
  const now = ground.now();
  const db = ground.databases.public;
  const presentYear = fiscalYearOf(civilDate(now));
  const years = [...new Set([presentYear, ...(await selectYears(db))])].sort((a, b) => b - a);
  const fiscalYear = asked !== undefined && years.includes(asked) ? asked : presentYear;
  const signed = new Map((await selectStandings(db, fiscalYear)).map((row) => [row.unitId, row]));
  const centres = (await network.listCentres(now)).filter(({ isOpen }) => isOpen);
  return {
    fiscalYear,
    presentYear,
    years,
    centres: centres.map((centre) => {
      const row = signed.get(centre.id);
      return {
        unitId: centre.id,
        code: centre.code,
        name: centreName(centre, locale),
        kind: centre.kind,
        standing: standingOf(row, fiscalYear === presentYear),
        id: row?.id,
        signedAt: row?.signedAt,
      };
    }),
  };
}

/** One announcement, for anybody. */
export async function readNoGift({ ground, network }: Parts, id: string): Promise<Announcement | undefined> {
  const db = ground.databases.public;
  const row = await selectAnnouncement(db, id);
  if (!row) return undefined;
  const now = ground.now();
  const centre = (await network.listCentres(now)).find((one) => one.id === row.unit_id);
  const standing = (await selectStandings(db, row.fiscal_year)).find((one) => one.unitId === row.unit_id);
  const isPresentYear = row.fiscal_year === fiscalYearOf(civilDate(now));
  return {
    id: row.id,
    unitId: row.unit_id,
    unitNameTh: centreName(centre, 'th'),
    unitNameEn: centreName(centre, 'en'),
    fiscalYear: row.fiscal_year,
    titleTh: row.title_th,
    titleEn: row.title_en,
    bodyTh: row.body_th,
    bodyEn: row.body_en,
    signerTh: row.signer_name_th,
    signerEn: row.signer_name_en ?? undefined,
    position: row.signer_position ?? undefined,
    signedAt: row.signed_at,
    place: await positionOf(db, { outboxId: row.ledger_id }),
    // An older one of a centre that has signed anew counts no more.
    standing: standing?.id === row.id ? standingOf(standing, isPresentYear) : 'new-head',
  };
}

export type OwnNoGift = {
  readonly unitId: number;
  readonly name: string;
  readonly standing: CentreStanding['standing'];
  readonly id: string | undefined;
  readonly signedAt: Date | undefined;
  /** What she would sign; undefined for who does not lead the centre. */
  readonly toSign: (Wording & { readonly templateVersion: number }) | undefined;
};
export type NoGiftDesk = NoGiftList & {
  readonly own: readonly OwnNoGift[];
  readonly keepsTemplate: boolean;
  readonly template: Template | undefined;
};

/** The officers' page: own centres first, with the wording ready for the head. */
export async function noGiftDesk(
  parts: Parts,
  signedIn: SignedIn,
  locale: Locale,
  asked?: number,
): Promise<NoGiftDesk> {
  const { ground, network } = parts;
  const list = await listNoGift(parts, locale, asked);
  const now = ground.now();
  const centres = await network.listCentres(now);
  const present =
    list.fiscalYear === list.presentYear ? list : await listNoGift(parts, locale, list.presentYear);
  const led = unitsWith(signedIn.appointments, ['head']).map(({ id }) => id);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const template = templateOn(await selectTemplates(trx), civilDate(now));
    const own: OwnNoGift[] = [];
    for (const { id } of unitsWith(signedIn.appointments)) {
      const centre = centres.find((one) => one.id === id);
      const row = present.centres.find(({ unitId }) => unitId === id);
      if (!centre || !row) continue;
      const signs = led.includes(id) && row.standing !== 'signed' && template;
      own.push({
        unitId: id,
        name: row.name,
        standing: row.standing,
        id: row.id,
        signedAt: row.signedAt,
        toSign: signs
          ? {
              ...filledIn(signs, centre, list.presentYear, await signerOf(network, trx, id, signedIn)),
              templateVersion: signs.version,
            }
          : undefined,
      });
    }
    return { ...list, own, keepsTemplate: keepsRules(signedIn, centres), template };
  });
}
