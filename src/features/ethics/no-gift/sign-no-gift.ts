/** The head signs her centre's announcement for the present fiscal year, in the wording that she was shown. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Centre, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { commonYear } from '#platform/calendar/formatting.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { bodyName, unitsWith } from '../standing.ts';
import { selectTemplates } from './no-gift.queries.ts';
import type { Template } from './no-gift.ts';
import { fill } from './no-gift-rules.ts';

const newSignature = z.object({
  id: z.uuid(),
  unitId: z.int(),
  fiscalYear: z.int(),
  templateVersion: z.int(),
});
export type NewSignature = z.input<typeof newSignature>;

export type Wording = Pick<Template, 'titleTh' | 'titleEn' | 'bodyTh' | 'bodyEn'>;

/** Safe to repeat. Refusals: `forbidden`, `other-year`, `other-wording` (a new one has come), `already-signed`. */
export async function signNoGift(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewSignature,
): Promise<Outcome<{ id: string }>> {
  const parsed = newSignature.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, unitId, fiscalYear, templateVersion } = parsed.data;
  const unit = unitsWith(signedIn.appointments, ['head']).find((one) => one.id === unitId);
  if (!unit) return refused('forbidden');
  const now = ground.now();
  if (fiscalYear !== fiscalYearOf(civilDate(now))) return refused('other-year');
  const centre = (await network.listCentres(now)).find((one) => one.id === unitId);
  if (!centre?.isOpen) return refused('not-found');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const before = await trx
      .selectFrom('ethics.no_gift')
      .select('id')
      .where('unit_id', '=', unitId)
      .where('fiscal_year', '=', fiscalYear)
      .where('signed_by', '=', signedIn.person.id)
      .executeTakeFirst();
    if (before) return before.id === id ? done({ id }) : refused('already-signed');
    const template = templateOn(await selectTemplates(trx), civilDate(now));
    if (template?.version !== templateVersion) return refused('other-wording');
    const signer = await signerOf(network, trx, unitId, signedIn);
    const wording = filledIn(template, centre, fiscalYear, signer);
    const entry = await recordAct(trx, {
      act: 'ethics.no-gift-signed',
      object: 'no-gift',
      id,
      unit: unit.code,
      role: 'head',
      at: now.toISOString(),
      facts: { fiscalYear, template: template.version, wording: hashOf(wording) },
    });
    await trx
      .insertInto('ethics.no_gift')
      .values({
        id,
        unit_id: unitId,
        fiscal_year: fiscalYear,
        template_version: template.version,
        title_th: wording.titleTh,
        title_en: wording.titleEn,
        body_th: wording.bodyTh,
        body_en: wording.bodyEn,
        signed_by: signedIn.person.id,
        signer_name_th: signer.nameTh,
        signer_name_en: signer.nameEn ?? null,
        signer_position: signer.position ?? null,
        signed_at: now,
        ledger_id: entry.outboxId,
      })
      .execute();
    return done({ id });
  }).catch((error: { constraint?: string }) => {
    // Two clicks at once: the other one signed.
    if (error.constraint === 'no_gift_pkey') return done({ id });
    if (error.constraint === 'no_gift_unit_id_fiscal_year_signed_by_key') return refused('already-signed');
    throw error;
  });
}

export type SignerFacts = {
  readonly nameTh: string;
  readonly nameEn: string | undefined;
  readonly position: string | undefined;
};

/** Name and position as the papers print them. */
export async function signerOf(
  network: Parts['network'],
  trx: InTransaction,
  unitId: number,
  { person }: SignedIn,
): Promise<SignerFacts> {
  const self = (await network.listColleagues(trx, unitId)).find(({ id }) => id === person.id);
  return { nameTh: person.nameTh, nameEn: person.nameEn, position: self?.positionTh };
}

/** The newest wording in force on a day. */
export const templateOn = (templates: readonly Template[], day: string): Template | undefined =>
  templates.find(({ validFrom }) => validFrom <= day);

export function filledIn(
  template: Template,
  centre: Centre,
  fiscalYear: number,
  signer: SignerFacts,
): Wording {
  const th = {
    office: bodyName(centre, 'th'),
    year: String(fiscalYear),
    name: signer.nameTh,
    position: signer.position ?? '',
  };
  const en = {
    office: bodyName(centre, 'en'),
    year: String(commonYear(fiscalYear)),
    name: signer.nameEn ?? signer.nameTh,
    position: signer.position ?? '',
  };
  return {
    titleTh: fill(template.titleTh, th),
    titleEn: fill(template.titleEn, en),
    bodyTh: fill(template.bodyTh, th),
    bodyEn: fill(template.bodyEn, en),
  };
}

/** Binds the wording to the ledger, which holds none of it. */
const hashOf = ({ titleTh, titleEn, bodyTh, bodyEn }: Wording) =>
  createHash('sha256')
    .update(JSON.stringify([titleTh, bodyTh, titleEn, bodyEn]))
    .digest('hex');
