/** The participants of a large seminar, each with a page of her own: what they do there, many at once, without browsers. */
import type { Client } from 'pg';
import { seatToken } from '#features/seminars/seat-link.ts';
import { openSecrets } from '#main/secrets.ts';
import type { Instance } from './fixtures.ts';
import { openPlain, type PlainField, type PlainForm, type PlainPage } from './plain-form.ts';

export type Participant = {
  readonly seatId: string;
  /** Address of her own page. */
  readonly own: string;
  readonly unitCode: string;
};

/** Those with a confirmed seat, in the reverse order of their names. */
export async function seated(
  instance: Instance,
  database: Client,
  seminarId: string,
): Promise<readonly Participant[]> {
  const { tokenKey } = openSecrets(instance.dataDir);
  const { rows } = await database.query(
    `select seat.id, unit.code from seminars.registration seat join network.unit unit on unit.id = seat.unit_id
    where seat.seminar_id = $1 and seat.state = 'confirmed' order by seat.name_th desc, seat.id`,
    [seminarId],
  );
  return rows.map(({ id, code }: { id: string; code: string }) => ({
    seatId: id,
    own: `${instance.url}/seat/${seatToken(tokenKey, id)}`,
    unitCode: code,
  }));
}

/** Each of the crowd does it, eight at a time. */
export async function everybody<T>(
  crowd: readonly T[],
  act: (one: T, place: number) => Promise<void>,
): Promise<void> {
  const waiting = [...crowd.entries()];
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await act(one[1], one[0]);
  };
  await Promise.all(Array.from({ length: 8 }, next));
}

/** Answers every question of a test, rightly or wrongly, and hands in. The bank is that of seeded-tests.ts. */
export async function takeTest(own: string, testId: string, isRight: boolean): Promise<void> {
  let page = await openPlain(`${own}/tests/${testId}`);
  page = await formOf(page).send();
  for (let form = formOf(page); heldBy(form, 'step') === 'save'; form = formOf(page))
    page = await form.send(answersTo(form, isRight));
  page = await formOf(page).send();
  if (!page.html.includes('test-score')) throw new Error(`not handed in: ${page.status}`);
}

/** What is right in the bank of seeded-tests.ts; of an order, the place. */
const right: Readonly<Record<string, string>> = {
  'ป.ป.ช.': 'องค์กรอิสระ',
  'ป.ป.ท.': 'ฝ่ายบริหาร',
  รับเรื่อง: '1',
  ตรวจสอบ: '2',
  แจ้งผล: '3',
};
const rightChoices = new Set(['ปลดออก', 'ไล่ออก']);

function answersTo({ fields }: PlainForm, isRight: boolean): Record<string, readonly string[]> {
  const answers: Record<string, readonly string[]> = {};
  for (const { name, type, value, label, options } of fields.filter(({ type }) => type !== 'hidden')) {
    if (type === 'radio' || type === 'checkbox') {
      if (rightChoices.has(label) === isRight) answers[name] = [...(answers[name] ?? []), value];
    } else if (type === 'select') {
      const fitting = options.find((one) => one.value !== '' && (one.label === right[label]) === isRight);
      answers[name] = [fitting!.value];
    } else answers[name] = [isRight ? '๓๐ วัน' : 'ไม่ทราบ'];
  }
  return answers;
}

/** Marks every part, `mark` of five, and says something once. */
export async function evaluate(own: string, mark: number, words: string): Promise<void> {
  const form = formOf(await openPlain(`${own}/evaluation`));
  const typed: Record<string, string> = {};
  for (const { name, type } of form.fields) if (type === 'radio') typed[name] = String(mark);
  const first = form.fields.find(({ type }) => type === 'textarea');
  if (first) typed[first.name] = words;
  expectDone(await form.send(typed));
}

/** Writes the plan that she takes home. */
export async function writePlan(own: string, what: string, dueOn: string): Promise<void> {
  const form = formOf(await openPlain(`${own}/plan`));
  const [year, month, day] = dueOn.split('-').map(Number);
  const competencies = form.fields.find(({ name }) => name === 'competency');
  const dated = { 'dueOn-d': `${day}`, 'dueOn-m': `${month}`, 'dueOn-y': `${year! + 543}` };
  const typed = { what, seenBy: 'ทะเบียนรับเรื่องของศูนย์', ...dated };
  expectDone(await form.send({ ...typed, ...(competencies ? { competency: pick(competencies) } : {}) }));
}

const pick = ({ options, value }: PlainField) =>
  options.find((option) => option.value !== '')?.value ?? value;

/** Answers what became of her plan. */
export async function answerPlan(own: string, done: 'yes' | 'partly' | 'no'): Promise<void> {
  const form = formOf(await openPlain(`${own}/plan`));
  expectDone(await form.send({ done, note: 'ใช้แบบสัมภาษณ์ใหม่กับทุกเรื่องที่รับ' }));
}

function formOf(page: PlainPage): PlainForm {
  const form = page.forms.at(-1);
  if (!form) throw new Error(`no form on a page that answers ${page.status}: ${page.html.slice(0, 2_000)}`);
  return form;
}
const heldBy = ({ fields }: PlainForm, wanted: string) =>
  fields.find(({ name }) => name === wanted)?.value ?? '';
function expectDone({ status, html }: PlainPage): void {
  if (status !== 200 || html.includes('note bad')) throw new Error(`refused: ${status} ${html}`);
}
