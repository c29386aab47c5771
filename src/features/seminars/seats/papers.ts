/** The register as a workbook, as a sheet to sign, and as the list handed out of those who agreed to stand in it. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { renderReport } from '#platform/documents/index.ts';
import type { Ground } from '#platform/ground.ts';
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { answerInWords } from './form/answer-words.ts';
import { readCitizenNumbers } from './form/citizen-number.ts';
import { type KeptAnswer, selectAnswers } from './form/form.queries.ts';
import { organiseText } from './pages/organise/text.ts';
import { type Register, readRegister } from './register-lines.ts';
import type { RegisterFilter } from './seat.queries.ts';
import { done, type SeatOutcome } from './seat-outcome.ts';
import { seatsText } from './text.ts';

type Parts = { readonly ground: Ground; readonly network: Network };

const wordsOf = (register: Register, locale: Locale) => {
  const pick = (one: { nameTh: string; nameEn: string } | undefined) =>
    (locale === 'th' ? one?.nameTh : one?.nameEn) ?? '';
  return {
    kind: (code: string) => pick(register.kinds.find((kind) => kind.code === code)),
    unit: (line: Register['lines'][number]) => (locale === 'th' ? line.unitNameTh : line.unitNameEn),
    name: (line: Register['lines'][number]) => seatsText(locale).nameOf(line.prefixTh, line.nameTh),
  };
};

/** As filtered, with the answers to the form: a column a question. Undefined for whoever does not organise. */
export async function registerXlsx(
  parts: Parts,
  signedIn: SignedIn,
  seminarId: string,
  filter: RegisterFilter,
  locale: Locale,
): Promise<Uint8Array | undefined> {
  const register = await readRegister(parts, signedIn, seminarId, filter);
  if (!register) return undefined;
  const { columns, states } = seatsText(locale);
  const words = organiseText(locale).register;
  const named = wordsOf(register, locale);
  const answers = await actingAs(parts.ground.databases.officer, signedIn.actor, (trx) =>
    selectAnswers(trx, seminarId),
  );
  const questions = [...new Map(answers.map(({ field }) => [field.code, field])).values()];
  const answerOf = (id: string, code: string) => {
    const kept = answers.find((one) => one.registrationId === id && one.field.code === code);
    return kept ? answerCell(kept, locale) : '';
  };
  return writeXlsx(
    [
      {
        name: words.sheet,
        columns: [
          { header: columns.no, kind: 'plain' as const },
          { header: columns.prefix },
          { header: columns.name },
          { header: columns.position },
          { header: columns.centre },
          { header: columns.kind },
          { header: columns.state },
          { header: columns.quota },
          { header: columns.email },
          { header: columns.phone },
          ...questions.map((field) => ({ header: locale === 'th' ? field.labelTh : field.labelEn })),
        ],
        rows: register.lines.map((line, at) => [
          at + 1,
          line.prefixTh,
          line.nameTh,
          line.positionTh,
          named.unit(line),
          named.kind(line.kind),
          states[line.state],
          line.state === 'confirmed' ? words[line.fromPool ? 'pool' : 'quota'] : '',
          line.email ?? '',
          line.phone ?? '',
          ...questions.map(({ code }) => answerOf(line.id, code)),
        ]),
      },
    ],
    { locale, madeAt: parts.ground.now() },
  );
}

function answerCell({ field, value, erasedAt }: KeptAnswer, locale: Locale): string {
  if (erasedAt) return organiseText(locale).register.erased;
  return value === undefined ? '' : answerInWords(field, value, locale);
}

/** Names with room to sign, as filtered. */
export async function signingSheet(
  parts: Parts,
  signedIn: SignedIn,
  seminarId: string,
  filter: RegisterFilter,
  locale: Locale,
): Promise<Uint8Array | undefined> {
  const register = await readRegister(parts, signedIn, seminarId, filter);
  return register && listPaper(parts, register, register.lines, locale, true);
}

/** Those with a seat who agreed to stand in the list that is handed out. */
export async function participantsList(
  parts: Parts,
  signedIn: SignedIn,
  seminarId: string,
  locale: Locale,
): Promise<Uint8Array | undefined> {
  const register = await readRegister(parts, signedIn, seminarId, { state: 'confirmed' });
  if (!register) return undefined;
  const answers = await actingAs(parts.ground.databases.officer, signedIn.actor, (trx) =>
    selectAnswers(trx, seminarId),
  );
  const agreed = new Set(
    answers
      .filter(({ field, value }) => field.code === 'listed' && value === true)
      .map(({ registrationId }) => registrationId),
  );
  const lines = register.lines.filter(({ id }) => agreed.has(id));
  return listPaper(parts, register, lines, locale, false);
}

function listPaper(
  { ground }: Parts,
  register: Register,
  lines: Register['lines'],
  locale: Locale,
  toSign: boolean,
): Promise<Uint8Array> {
  const { columns, people } = seatsText(locale);
  const named = wordsOf(register, locale);
  const { seminar } = register;
  const title = locale === 'en' ? (seminar.titleEn ?? seminar.titleTh) : seminar.titleTh;
  return renderReport({
    title: organiseText(locale).register.printTitle(title),
    subtitle: people(lines.length),
    locale,
    madeAt: ground.now(),
    orientation: 'portrait',
    blocks: [
      {
        kind: 'table',
        table: {
          columns: [
            { label: columns.no, share: 1, align: 'center' },
            { label: columns.name, share: 5 },
            { label: columns.position, share: 4 },
            { label: columns.centre, share: 4 },
            ...(toSign ? [{ label: columns.signature, share: 4 }] : []),
          ],
          rows: lines.map((line, at) => [
            String(at + 1),
            named.name(line),
            line.positionTh,
            named.unit(line),
            ...(toSign ? [''] : []),
          ]),
          ...(toSign ? { rowHeight: 28 } : {}),
        },
      },
    ],
  });
}

/** For the claim of finance; each download is an act in the ledger. */
export async function citizenNumbersXlsx(
  parts: Parts,
  signedIn: SignedIn,
  seminarId: string,
  locale: Locale,
): Promise<SeatOutcome<Uint8Array>> {
  const numbers = await readCitizenNumbers(parts.ground, signedIn, seminarId);
  if (!numbers.ok) return numbers;
  const register = await readRegister(parts, signedIn, seminarId, {});
  const { columns } = seatsText(locale);
  const lines = numbers.value.flatMap(({ registrationId, number }) => {
    const line = register?.lines.find(({ id }) => id === registrationId);
    return line ? [[wordsOf(register!, locale).name(line), line.positionTh, number]] : [];
  });
  return done(
    await writeXlsx(
      [
        {
          name: columns.citizenNumber,
          columns: [
            { header: columns.name },
            { header: columns.position },
            { header: columns.citizenNumber },
          ],
          rows: lines,
        },
      ],
      { locale, madeAt: parts.ground.now() },
    ),
  );
}
