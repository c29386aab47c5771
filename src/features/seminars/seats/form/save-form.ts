/** Publishes a wording of the registration form. A wording that is the same as the last one makes no new version. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { seminarRole } from '../../seminar.policies.ts';
import { selectSeminar } from '../../seminar.queries.ts';
import { done, refused, type SeatOutcome } from '../seat-outcome.ts';
import { actingIn } from '../seat-people.ts';
import { insertForm, selectForm } from './form.queries.ts';
import { type FormField, fieldKinds } from './form.ts';
import { checkForm } from './form-rules.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);
const words = (most: number) => z.string().trim().max(most);
const formField = z.object({
  code,
  kind: z.enum(fieldKinds),
  labelTh: words(200),
  labelEn: words(200),
  hintTh: words(300).default(''),
  hintEn: words(300).default(''),
  choices: z.array(z.object({ code, th: words(200), en: words(200) })).max(40),
  isRequired: z.boolean(),
  shownWhen: z.object({ field: code, is: z.array(z.string().max(30)).max(40) }).optional(),
  retentionDays: z.number().int().optional(),
});
const newForm = z.object({ id: z.uuid(), fields: z.array(formField).min(1).max(60) });

export async function saveForm(
  ground: Ground,
  signedIn: SignedIn,
  seminarId: string,
  input: unknown,
): Promise<SeatOutcome<{ version: number }>> {
  const parsed = newForm.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const fields: FormField[] = parsed.data.fields.map((field) => ({
    ...field,
    shownWhen: field.shownWhen,
    retentionDays: field.retentionDays,
  }));
  if (checkForm(fields).length > 0) return refused('malformed');
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar) return refused('not-found');
    if (!seminarRole('organise', signedIn.appointments, seminar.unitId)) return refused('forbidden');
    const present = await selectForm(trx, seminarId);
    if (present && JSON.stringify(sorted(present.fields)) === JSON.stringify(sorted(fields)))
      return done({ version: present.version });
    const version = (present?.version ?? 0) + 1;
    await insertForm(
      trx,
      seminarId,
      { id: parsed.data.id, version, fields, madeBy: signedIn.person.id },
      now,
    );
    await recordAct(trx, {
      act: 'seminars.form-changed',
      object: 'seminar',
      id: seminarId,
      ...actingIn(signedIn, { unitId: seminar.unitId, hostUnitId: seminar.unitId }),
      at: now.toISOString(),
      facts: { version, fields: fields.length },
    });
    return done({ version });
  }).catch((error: { constraint?: string }) => {
    // Sent twice at once, or a colleague was faster: what is kept now is shown again.
    if (/^form_version/.test(error.constraint ?? '')) return refused('changed-meanwhile');
    throw error;
  });
}

/** In one order of keys, so that two equal wordings compare equal. */
const sorted = (fields: readonly FormField[]) =>
  fields.map((field) => [
    field.code,
    field.kind,
    field.labelTh,
    field.labelEn,
    field.hintTh,
    field.hintEn,
    field.choices.map(({ code, th, en }) => [code, th, en]),
    field.isRequired,
    field.shownWhen ? [field.shownWhen.field, field.shownWhen.is] : null,
    field.retentionDays ?? null,
  ]);
