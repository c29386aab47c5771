// Importing a law through the page: first what would happen, then, confirmed, the import and its entry in the ledger.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Cases } from '#features/cases/index.ts';
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { finishImport, importLaw } from './import-law.ts';
import type { ImportReport } from './law.ts';
import { raiseLawNotice } from './law-notice.ts';
import { keeperAppointment } from './laws.policies.ts';

export type LawUpload = {
  readonly code: string;
  readonly source: string;
  readonly inForceFrom?: string | undefined;
};

export type UploadOutcome =
  | { readonly ok: true; readonly report: ImportReport }
  | { readonly ok: false; readonly code: 'forbidden' | 'malformed' | 'no-sections' };

export type OfficeLaws = {
  /** Whether the person may bring laws in, for menus and buttons. */
  readonly mayImport: (signedIn: SignedIn) => Promise<boolean>;
  /** What importing would do; writes nothing. */
  readonly preview: (signedIn: SignedIn, upload: LawUpload) => Promise<UploadOutcome>;
  readonly confirm: (signedIn: SignedIn, upload: LawUpload) => Promise<UploadOutcome>;
};

/** Larger than any Thai code. */
const MOST_CHARACTERS = 8_000_000;

const uploadShape = z.object({
  code: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/),
  source: z.string().min(20).max(MOST_CHARACTERS),
  inForceFrom: z
    .string()
    .refine((text) => parseCivilDate(text) !== undefined)
    .optional(),
});

const rehearsed = new Error('rehearsed');

export function createOfficeLaws(
  ground: Ground,
  network: Network,
  cases: Pick<Cases, 'standingRules'>,
): OfficeLaws {
  const db = ground.databases.officer;
  const appointmentOf = async ({ appointments }: SignedIn) => {
    const ministry = (await network.listCentres(ground.now())).find(({ kind }) => kind === 'ministry');
    return ministry && keeperAppointment(appointments, ministry.id);
  };
  const run = async (signedIn: SignedIn, upload: LawUpload, rehearse: boolean): Promise<UploadOutcome> => {
    const parsed = uploadShape.safeParse(upload);
    if (!parsed.success) return { ok: false, code: 'malformed' };
    const keeper = await appointmentOf(signedIn);
    if (!keeper) return { ok: false, code: 'forbidden' };
    const rules = await cases.standingRules(civilDate(ground.now()));
    let report: ImportReport | undefined;
    try {
      await actingAs(db, signedIn.actor, async (trx) => {
        const now = ground.now();
        report = await importLaw(trx, { ...parsed.data, now, importedBy: signedIn.person.id });
        if (rehearse || report.sections === 0) throw rehearsed;
        if (report.outcome === 'unchanged') return;
        await finishImport(trx);
        await raiseLawNotice(trx, report, { at: now, rules, raisedBy: signedIn.person.id });
        await recordAct(trx, {
          act: 'knowledge.law-imported',
          object: 'law',
          id: report.code,
          unit: keeper.unitCode,
          role: keeper.role,
          at: now.toISOString(),
          facts: {
            version: report.version,
            text: createHash('sha256').update(parsed.data.source).digest('hex'),
          },
        });
      });
      ground.ledger.wake();
    } catch (error) {
      // A rehearsal does everything and takes it back.
      if (error !== rehearsed) throw error;
    }
    return report!.sections === 0 ? { ok: false, code: 'no-sections' } : { ok: true, report: report! };
  };
  return {
    mayImport: async (signedIn) => (await appointmentOf(signedIn)) !== undefined,
    preview: (signedIn, upload) => run(signedIn, upload, true),
    confirm: (signedIn, upload) => run(signedIn, upload, false),
  };
}
