/** Rules of seats, quotas, forms and lists, without a database. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormField } from './form/form.ts';
import { checkForm, isCitizenNumber, isShown, readAnswers } from './form/form-rules.ts';
import { usualForm } from './form/usual-form.seed.ts';
import { checkRows, readHeader, readRows } from './import-rules.ts';
import { cellKey, fillQuotas, findCentre, readPasted, sumOf } from './quota-rules.ts';
import { nextOffers, placeOf, poolFree, type Room, reserved, type Taken, whyNoOffer } from './seat-rules.ts';
import { isHeld, openSteps, seatRules } from './seat-steps.ts';

const centres = [
  {
    id: 1,
    code: 'MOI',
    kind: 'ministry',
    nameTh: 'กระทรวงมหาดไทย',
    shortTh: 'มท.',
    nameEn: 'Ministry of Interior',
  },
  { id: 2, code: 'TH-50', kind: 'province', nameTh: 'เชียงใหม่', shortTh: undefined, nameEn: 'Chiang Mai' },
  { id: 3, code: 'TH-83', kind: 'province', nameTh: 'ภูเก็ต', shortTh: undefined, nameEn: 'Phuket' },
] as const;

describe('steps', () => {
  test('no step leads out of the end, and each state but the ends can be left', () => {
    const ends = ['rejected', 'substituted'];
    for (const end of ends) expect(seatRules.filter(({ from }) => from === end)).toEqual([]);
    for (const state of ['nominated', 'approved', 'confirmed', 'waitlisted', 'offered'] as const)
      expect(openSteps(state, ['host']).length).toBeGreaterThan(0);
  });

  test('neither the person nor who named her has a step that gives a seat, but for taking an offer', () => {
    const gives = seatRules.filter(
      ({ to, sides }) =>
        ['approved', 'confirmed', 'waitlisted'].includes(to) &&
        (sides.includes('holder') || sides.includes('nominator')),
    );
    expect(gives.map(({ step }) => step)).toEqual(['accept']);
  });
});

describe('seats', () => {
  const room: Room = {
    seats: 3,
    kinds: [
      { code: 'participant', seats: undefined },
      { code: 'observer', seats: 1 },
    ],
    quotas: [{ unitId: 2, kind: 'participant', seats: 2 }],
    isReleased: false,
  };
  const one = (id: string, change: Partial<Taken>): Taken => ({
    id,
    unitId: 3,
    kind: 'participant',
    state: 'confirmed',
    fromPool: true,
    arrivalNo: 1,
    ...change,
  });

  test('a quota keeps its seats until the day of release, and not a day longer', () => {
    expect(reserved(room, [])).toBe(2);
    expect(poolFree(room, [], 'participant')).toBe(1);
    expect(poolFree({ ...room, isReleased: true }, [], 'participant')).toBe(3);
    const taken = [one('a', {})];
    expect(placeOf(room, taken, { unitId: 3, kind: 'participant' }).state).toBe('waitlisted');
    expect(placeOf(room, taken, { unitId: 2, kind: 'participant' })).toEqual({
      state: 'confirmed',
      fromPool: false,
    });
  });

  test('nobody passes those who wait while offers are switched off', () => {
    const wide = { ...room, quotas: [] };
    const waiting = one('w', { state: 'waitlisted' });
    expect(placeOf(wide, [waiting], { unitId: 3, kind: 'participant' }).state).toBe('waitlisted');
  });

  test('a kind that is full is skipped, the next who fits is offered', () => {
    const wide = { ...room, quotas: [] };
    const taken = [
      one('a', { kind: 'observer' }),
      one('b', { kind: 'observer', state: 'waitlisted', arrivalNo: 2 }),
      one('c', { state: 'waitlisted', arrivalNo: 3 }),
    ];
    expect(nextOffers(wide, taken).map(({ id }) => id)).toEqual(['c']);
  });

  test.each([
    ['nobody waits', room, [], {}, 'nobody-waits'],
    ['not published', room, [one('w', { state: 'waitlisted' })], { isPublished: false }, 'not-published'],
    ['begun', room, [one('w', { state: 'waitlisted' })], { hasBegun: true }, 'begun'],
    [
      'off',
      { ...room, quotas: [] },
      [one('w', { state: 'waitlisted' })],
      { isAutomatic: false },
      'switched-off',
    ],
    ['kept', room, [one('a', {}), one('w', { state: 'waitlisted' })], {}, 'kept-for-centres'],
    [
      'full',
      { ...room, seats: 1, quotas: [] },
      [one('a', {}), one('w', { state: 'waitlisted' })],
      {},
      'all-taken',
    ],
    [
      'kind full',
      { ...room, quotas: [] },
      [one('a', { kind: 'observer' }), one('w', { kind: 'observer', state: 'waitlisted' })],
      {},
      'kind-full',
    ],
  ] as const)('why nobody is offered a seat: %s', (_, where, taken, facts, code) => {
    expect(
      whyNoOffer(where, taken, {
        isPublished: true,
        hasBegun: false,
        isAutomatic: true,
        releaseOn: '2027-06-01',
        ...facts,
      }).code,
    ).toBe(code);
  });

  test('however many ask, seats held never pass seats there are, and offers go in the order of the queue', () => {
    const asked = fc.record({
      unitId: fc.constantFrom(2, 3),
      kind: fc.constantFrom('participant', 'observer'),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(asked, { maxLength: 30 }), (seats, requests) => {
        const here = { ...room, seats };
        let taken: readonly Taken[] = [];
        for (const [at, request] of requests.entries()) {
          const place = placeOf(here, taken, request);
          taken = [...taken, { id: String(at), ...request, ...place, arrivalNo: at }];
        }
        expect(taken.filter(({ state }) => isHeld(state)).length).toBeLessThanOrEqual(seats);
        const left = taken.map((each, at) => (at % 2 ? { ...each, state: 'withdrawn' as const } : each));
        const order = nextOffers(here, left).map(({ id }) => Number(id));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });
});

describe('quotas', () => {
  test('the same for a kind of centre leaves the others as they were', () => {
    const grid = fillQuotas({ [cellKey(1, 'head')]: 9 }, centres, {
      kind: 'participant',
      seats: 2,
      of: 'province',
    });
    expect(grid).toEqual({ '1 head': 9, '2 participant': 2, '3 participant': 2 });
    expect(sumOf(grid, centres, 'participant')).toBe(4);
  });

  test('a table pasted from a spreadsheet: codes, names, Thai digits, a heading, and what cannot be read is told', () => {
    const { cells, problems, lines } = readPasted(
      'ศูนย์\tผู้เข้าร่วม\tหัวหน้า\nจังหวัดเชียงใหม่\t๒\t1\nTH-83\t2\t\nแม่ฮ่องสอน\t2\nมท.\tสอง\n',
      centres,
      ['participant', 'head'],
    );
    expect(cells).toEqual({ '2 participant': 2, '2 head': 1, '3 participant': 2 });
    expect(lines).toBe(3);
    expect(problems).toEqual([
      { line: 4, code: 'unknown-centre', cell: 'แม่ฮ่องสอน' },
      { line: 5, code: 'not-a-number', cell: 'สอง' },
    ]);
  });

  test('a centre is known by its code, its name and the ways people write them', () => {
    for (const name of ['th-50', 'เชียงใหม่', 'จังหวัดเชียงใหม่', 'จ.เชียงใหม่', 'chiang mai', 'ศปท.เชียงใหม่'])
      expect(findCentre(centres, name)?.id, name).toBe(2);
    expect(findCentre(centres, '')).toBeUndefined();
  });
});

describe('forms', () => {
  const posted = (answers: Record<string, string | string[]>) => (code: string) =>
    [answers[code] ?? []].flat();

  test('the usual form holds together', () => {
    expect(checkForm(usualForm)).toEqual([]);
  });

  test('a question that hangs on an answer is asked then only, and nothing is kept unasked', () => {
    const no = readAnswers(
      usualForm,
      posted({
        food: 'halal',
        lodging: 'no',
        'room-mate': 'named',
        'room-mate-name': 'นางมาลี',
        listed: 'yes',
      }),
    );
    expect(no.problems).toEqual({});
    expect(no.answers).toEqual({ food: 'halal', lodging: false, listed: true });
    const yes = readAnswers(
      usualForm,
      posted({ food: 'halal', lodging: 'yes', 'room-mate': 'named', listed: 'no' }),
    );
    expect(yes.problems).toEqual({ 'room-mate-name': 'required' });
  });

  test('what was not offered is refused', () => {
    const { problems } = readAnswers(usualForm, posted({ food: 'steak', lodging: 'perhaps' }));
    expect(problems).toEqual({ food: 'unknown-choice', lodging: 'unknown-choice', listed: 'required' });
  });

  test('conditions that lean on themselves never end in a circle', () => {
    const field = (code: string, on: string): FormField => ({
      ...usualForm[0]!,
      code,
      shownWhen: { field: on, is: ['any'] },
    });
    const own = field('a', 'a');
    expect(isShown(own, [own], { a: 'any' })).toBe(false);
    expect(checkForm([own])).toEqual([{ field: 'a', code: 'bad-condition' }]);
  });

  test('citizen numbers are known by their check digit', () => {
    expect(isCitizenNumber('1234567890121')).toBe(true);
    expect(isCitizenNumber('1234567890122')).toBe(false);
    expect(isCitizenNumber('123456789012')).toBe(false);
  });
});

describe('lists of names', () => {
  const known = {
    seminarId: '00000000-0000-4000-8000-000000000001',
    centres,
    ownUnits: undefined,
    kinds: [{ code: 'participant', nameTh: 'ผู้เข้าร่วม', nameEn: 'Participant' }],
  };
  const columns = readHeader(['ลำดับ', 'หน่วยงาน', 'คำนำหน้า', 'ชื่อ-สกุล', 'ตำแหน่ง', 'E-mail'])!;

  test('columns are found by their headings, in any order', () => {
    expect(columns).toEqual([undefined, 'centre', 'prefix', 'name', 'position', 'email']);
    expect(readHeader(['ลำดับ', 'หน่วยงาน'])).toBeUndefined();
  });

  test('each row is judged by itself, and the same person twice is told', () => {
    const rows = readRows(columns, [
      ['1', 'เชียงใหม่', 'นาย', 'สมชาย ใจดี', 'นิติกร', 'A@x.th'],
      ['2', 'ไม่มี', 'นาง', '', '', 'not mail'],
      ['3', 'TH-50', 'นาย', 'สมชาย ใจดี', '', 'a@x.th'],
      ['', '', '', '', '', ''],
    ]);
    const checked = checkRows(rows, known);
    expect(checked.map((row) => (row.ok ? row.person.email : row.problems))).toEqual([
      'a@x.th',
      ['name-missing', 'unknown-centre', 'email-wrong'],
      ['twice-in-file'],
    ]);
  });

  test('the same list brought again means the same people', () => {
    const rows = readRows(columns, [['1', 'เชียงใหม่', 'นาย', 'สมชาย  ใจดี', 'นิติกร', '']]);
    const again = readRows(columns, [['9', 'TH-50', '', 'สมชาย ใจดี', '', '']]);
    const id = (which: typeof rows) => checkRows(which, known).map((row) => row.ok && row.person.id);
    expect(id(rows)).toEqual(id(again));
    expect(id(rows)[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('an officer brings in names of her own centres only', () => {
    const rows = readRows(columns, [
      ['1', '', 'นาย', 'สมชาย ใจดี', '', ''],
      ['2', 'ภูเก็ต', 'นาย', 'อีกคน หนึ่ง', '', ''],
    ]);
    const checked = checkRows(rows, { ...known, ownUnits: [2] });
    expect(checked.map((row) => (row.ok ? row.person.unitId : row.problems))).toEqual([
      2,
      ['centre-not-yours'],
    ]);
  });
});
