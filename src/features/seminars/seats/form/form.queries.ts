/** Reads and keeps wordings of forms and answers to them. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Answer, Answers, Choice, FieldKind, FormField } from './form.ts';

export type Form = { readonly version: number; readonly fields: readonly FormField[] };

const fieldColumns = [
  'field.version',
  'field.code',
  'field.kind',
  'field.label_th',
  'field.label_en',
  'field.hint_th',
  'field.hint_en',
  'field.choices',
  'field.is_required',
  'field.shown_when',
  'field.retention_days',
] as const;

const fieldsOf = (db: Queries, seminarId: string) =>
  db
    .selectFrom('seminars.form_field as field')
    .select(fieldColumns)
    .where('field.seminar_id', '=', seminarId);
type Row = Awaited<ReturnType<ReturnType<typeof fieldsOf>['execute']>>[number];

const present = (row: Row): FormField => ({
  code: row.code,
  kind: row.kind as FieldKind,
  labelTh: row.label_th,
  labelEn: row.label_en,
  hintTh: row.hint_th,
  hintEn: row.hint_en,
  choices: row.choices as Choice[],
  isRequired: row.is_required,
  shownWhen: (row.shown_when as FormField['shownWhen'] | null) ?? undefined,
  retentionDays: row.retention_days ?? undefined,
});

/** The wording that is asked now; undefined while there is none. */
export async function selectForm(db: Queries, seminarId: string): Promise<Form | undefined> {
  const newest = await db
    .selectFrom('seminars.form_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('seminar_id', '=', seminarId)
    .executeTakeFirst();
  if (!newest?.version) return undefined;
  const rows = await fieldsOf(db, seminarId)
    .where('field.version', '=', newest.version)
    .orderBy('field.position')
    .execute();
  return { version: newest.version, fields: rows.map(present) };
}

/** An answer with the question as it was asked. */
export type KeptAnswer = {
  readonly registrationId: string;
  readonly field: FormField;
  /** Undefined when left empty, and once erased. */
  readonly value: Answer | undefined;
  readonly answeredAt: Date;
  readonly erasedAt: Date | undefined;
};

/** Answers of a seminar, or of one registration; each under the wording that was answered. */
export async function selectAnswers(
  db: Queries,
  seminarId: string,
  registrationId?: string,
): Promise<readonly KeptAnswer[]> {
  let rows = db
    .selectFrom('seminars.form_answer as answer')
    .innerJoin('seminars.form_field as field', (join) =>
      join
        .onRef('field.seminar_id', '=', 'answer.seminar_id')
        .onRef('field.version', '=', 'answer.version')
        .onRef('field.code', '=', 'answer.code'),
    )
    .select(fieldColumns)
    .select(['answer.registration_id', 'answer.value', 'answer.answered_at', 'answer.erased_at'])
    .where('answer.seminar_id', '=', seminarId);
  if (registrationId) rows = rows.where('answer.registration_id', '=', registrationId);
  return (await rows.orderBy('field.position').execute()).map((row) => ({
    registrationId: row.registration_id,
    field: present(row),
    value: row.value === null ? undefined : (row.value as Answer),
    answeredAt: row.answered_at,
    erasedAt: row.erased_at ?? undefined,
  }));
}

export const asAnswers = (kept: readonly KeptAnswer[]): Answers =>
  Object.fromEntries(
    kept.flatMap(({ field, value }) => (value === undefined ? [] : [[field.code, value] as const])),
  );

type Whose = { readonly registrationId: string; readonly seminarId: string; readonly hostUnitId: number };

/** Keeps what was answered; what is no longer asked or left empty now loses its old answer. */
export async function keepAnswers(
  trx: InTransaction,
  whose: Whose,
  form: Form,
  answers: Answers,
  at: Date,
): Promise<void> {
  const rows = form.fields.map(({ code }) => ({
    registration_id: whose.registrationId,
    seminar_id: whose.seminarId,
    host_unit_id: whose.hostUnitId,
    version: form.version,
    code,
    value: answers[code] === undefined ? null : JSON.stringify(answers[code]),
    answered_at: at,
    erased_at: null,
  }));
  if (rows.length === 0) return;
  await trx
    .insertInto('seminars.form_answer')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['registration_id', 'code']).doUpdateSet(({ ref }) => ({
        version: ref('excluded.version'),
        value: ref('excluded.value'),
        answered_at: ref('excluded.answered_at'),
        erased_at: ref('excluded.erased_at'),
      })),
    )
    .execute();
}

/** Adds a wording; what was answered under older ones stays with them. */
export async function insertForm(
  trx: InTransaction,
  seminarId: string,
  form: Form & { readonly id: string; readonly madeBy: string },
  at: Date,
): Promise<void> {
  await trx
    .insertInto('seminars.form_version')
    .values({ id: form.id, seminar_id: seminarId, version: form.version, made_by: form.madeBy, made_at: at })
    .execute();
  await trx
    .insertInto('seminars.form_field')
    .values(
      form.fields.map((field, position) => ({
        seminar_id: seminarId,
        version: form.version,
        code: field.code,
        position,
        kind: field.kind,
        label_th: field.labelTh,
        label_en: field.labelEn,
        hint_th: field.hintTh,
        hint_en: field.hintEn,
        choices: JSON.stringify(field.choices),
        is_required: field.isRequired,
        shown_when: field.shownWhen ? JSON.stringify(field.shownWhen) : null,
        retention_days: field.retentionDays ?? null,
      })),
    )
    .execute();
}
