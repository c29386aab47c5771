// The parser's promise: every section of the main instrument once, in order, none invented, whatever the file looks like.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLaw } from './parse-law.ts';
import { insertedSuffixes, type Mess, type Plan, plannedNumbers, writeStatute } from './statute-factory.ts';

const numbersOf = (source: string) => parseLaw(source).sections.map(({ number }) => number);

const messes: fc.Arbitrary<Mess> = fc.record({
  thaiDigits: fc.boolean(),
  blankLines: fc.boolean(),
  headBroken: fc.boolean(),
  footnoteMarks: fc.boolean(),
  furniture: fc.boolean(),
  glueHead: fc.boolean(),
  windowsNewlines: fc.boolean(),
});

const plans: fc.Arbitrary<Plan> = fc
  .record({
    sections: fc.integer({ min: 6, max: 60 }),
    insertedAt: fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { maxLength: 4 }),
    style: fc.constantFrom('ordinal' as const, 'slash' as const),
    count: fc.integer({ min: 1, max: 16 }),
    missing: fc.uniqueArray(fc.integer({ min: 4, max: 60 }), { maxLength: 2 }),
    repealed: fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { maxLength: 3 }),
    chapters: fc.uniqueArray(fc.integer({ min: 3, max: 60 }), { maxLength: 4 }),
    promulgating: fc.constantFrom(0, 0, 5),
    amending: fc.array(fc.uniqueArray(fc.integer({ min: 2, max: 70 }), { minLength: 1, maxLength: 4 }), {
      maxLength: 3,
    }),
    mess: messes,
  })
  .map(({ insertedAt, style, count, missing, repealed, chapters, amending, ...plan }) => ({
    ...plan,
    inserted: new Map(insertedAt.map((main) => [main, insertedSuffixes(style, count)])),
    // Without blank lines nothing tells a lost section from a wrapped citation of it.
    missing: new Set(
      plan.mess.blankLines
        ? missing.filter((main) => main < plan.sections && !insertedAt.includes(main))
        : [],
    ),
    repealed: new Set(repealed),
    chapters: chapters
      .filter((main) => main <= plan.sections && !missing.includes(main))
      .sort((a, b) => a - b),
    amending: amending.map((numbers) => numbers.sort((a, b) => a - b)),
  }));

describe('an invented statute with the mess of real files', () => {
  it('gives back exactly the sections that were put in', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(numbersOf(writeStatute(plan))).toEqual(plannedNumbers(plan));
      }),
      { numRuns: 150 },
    );
  });

  it('names every number that is missing, and no other', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const gaps = parseLaw(writeStatute(plan)).doubts.filter(({ code }) => code === 'gap');
        expect(gaps.map(({ about }) => Number(about)).sort((a, b) => a - b)).toEqual(
          [...plan.missing].sort((a, b) => a - b),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('joins chapter names that are broken over lines', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { headings } = parseLaw(writeStatute(plan));
        expect(headings.map(({ title }) => title)).toEqual(plan.chapters.map(() => 'เรื่องสมมุติที่มี ชื่อสองบรรทัด'));
      }),
      { numRuns: 60 },
    );
  });
});

const act = (...body: string[]) => ['พระราชบัญญัติ', 'สมมุติ', 'พ.ศ. ๒๕๕๐', '', ...body].join('\n');

describe('particular traps', () => {
  it('reads title, year and kind, and drops the kind that is set twice', () => {
    expect(parseLaw(`พระราชบัญญัติ\n\nพระราชบัญญัติ\nการทดลอง\nพ.ศ. ๒๕๕๐\n\nมาตรา ๑ ก`)).toMatchObject({
      title: 'พระราชบัญญัติการทดลอง พ.ศ. ๒๕๕๐',
      yearBE: 2550,
      kind: 'act',
    });
  });

  it('keeps quoted sections of an amending act out of its own', () => {
    const text = act(
      'มาตรา ๑ ชื่อ',
      '',
      'มาตรา ๒ วันใช้บังคับ',
      '',
      'มาตรา ๓ ให้เพิ่มความต่อไปนี้เป็นมาตรา ๑๐/๑ และมาตรา ๑๐/๒ แห่งพระราชบัญญัติสมมุติ',
      '',
      '“มาตรา ๑๐/๑ ความที่เพิ่มหนึ่ง',
      '',
      'มาตรา ๑๐/๒ ความที่เพิ่มสอง”',
      '',
      'มาตรา ๔ ให้ยกเลิกความในมาตรา ๕ และให้ใช้ความต่อไปนี้แทน',
      '',
      '“มาตรา ๕ ความใหม่”',
      '',
      'มาตรา ๕ ให้รัฐมนตรีรักษาการ',
    );
    expect(numbersOf(text)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('takes the code, not the act that brings it into force', () => {
    const text = [
      'พระราชบัญญัติ',
      'ให้ใช้ประมวลกฎหมายสมมุติ',
      'พ.ศ. ๒๔๙๙',
      '',
      'มาตรา ๑ พระราชบัญญัตินี้เรียกว่า',
      '',
      'มาตรา ๒ ให้ใช้บังคับ',
      '',
      'ผู้รับสนองพระบรมราชโองการ',
      '',
      'ประมวลกฎหมายสมมุติ',
      '',
      'ภาค ๑',
      'บทบัญญัติทั่วไป',
      '',
      'มาตรา ๑ นิยาม',
      '',
      'มาตรา ๑/๑ เพิ่ม',
      '',
      'มาตรา ๒ ความผิด',
      '',
      'มาตรา ๓ โทษ',
    ].join('\n');
    const law = parseLaw(text);
    expect(law).toMatchObject({ title: 'ประมวลกฎหมายสมมุติ', kind: 'code', yearBE: 2499 });
    expect(law.sections.map(({ number }) => number)).toEqual(['1', '1/1', '2', '3']);
    expect(law.trailing[0]).toMatchObject({ kind: 'promulgating', sections: ['1', '2'] });
  });

  it('follows the ordinals of tax law, either side of a stroke', () => {
    const numbers = [
      '3',
      '3 ทวิ',
      '3 เตรส',
      '3 โสฬส',
      '3 อัฏฐารส',
      '3 เอกวีสติ',
      '3 เอกวีสติ/1',
      '90/14',
      '90/14 ทวิ',
      '90/15',
    ];
    const text = act(
      'มาตรา ๑ ก',
      '',
      'มาตรา ๒ ข',
      '',
      ...numbers.flatMap((number) => [`มาตรา ${number} ความ`, '']),
    );
    expect(numbersOf(text)).toEqual(['1', '2', ...numbers]);
  });

  it('stands for every number of a repealed range', () => {
    const law = parseLaw(act('มาตรา ๑ ก', '', 'มาตรา ๒ ถึงมาตรา ๔[๗] (ยกเลิก)', '', 'มาตรา ๕ ข'));
    expect(law.sections.map(({ number, repealed }) => [number, repealed])).toEqual([
      ['1', false],
      ['2', true],
      ['3', true],
      ['4', true],
      ['5', false],
    ]);
    expect(law.doubts).toEqual([]);
  });

  it('reads a regulation by its clauses', () => {
    const law = parseLaw(
      'ระเบียบสำนักสมมุติ\nว่าด้วยการทดลอง พ.ศ. ๒๕๖๐\n\nข้อ ๑ ระเบียบนี้เรียกว่า\n\nข้อ ๒ ตามมาตรา ๕\n\nข้อ ๓ ให้ใช้\n\nประกาศ ณ วันที่ ๑ มกราคม พ.ศ. ๒๕๖๐',
    );
    expect(law).toMatchObject({ unit: 'ข้อ', kind: 'rule', yearBE: 2560 });
    expect(law.sections.map(({ number }) => number)).toEqual(['1', '2', '3']);
  });

  it('says what it is unsure of: a misspelt head, a head out of order, no section at all', () => {
    const law = parseLaw(
      act('มาตรา ๑ ก', '', 'มารตรา ๒ ข', '', 'มาตรา ๓ ค', '', 'มาตรา ๒ ง', '', 'มาตรา ๔ จ'),
    );
    expect(law.sections.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
    expect(law.doubts.map(({ code, about }) => [code, about])).toEqual([
      ['odd-spelling', '2'],
      ['left-out', '2'],
    ]);
    expect(parseLaw('จดหมายถึงเพื่อน').doubts.map(({ code }) => code)).toContain('no-sections');
  });

  it('nests headings in the order in which the act itself nests them', () => {
    const law = parseLaw(
      act(
        'ส่วนที่ ๑',
        'กลาง',
        '',
        'หมวด ๑',
        'สำนัก',
        '',
        'มาตรา ๑ ก',
        '',
        'หมวด ๒',
        'กรม',
        '',
        'มาตรา ๒ ข',
        '',
        'ส่วนที่ ๒',
        'ภูมิภาค',
        '',
        'มาตรา ๓ ค',
        '',
        'บทเฉพาะกาล',
        '',
        'มาตรา ๔ ง',
      ),
    );
    expect(law.headings.map(({ label, title, depth }) => [label, title, depth])).toEqual([
      ['ส่วนที่ ๑', 'กลาง', 0],
      ['หมวด ๑', 'สำนัก', 1],
      ['หมวด ๒', 'กรม', 1],
      ['ส่วนที่ ๒', 'ภูมิภาค', 0],
      ['', 'บทเฉพาะกาล', 0],
    ]);
    expect(law.sections.map(({ transitional }) => transitional)).toEqual([false, false, false, true]);
  });

  it('splits paragraphs into items and strips footnote marks from their words', () => {
    const [section] = parseLaw(act('มาตรา ๑[๒] ผู้ใด', '(๑)[๓] ทำ', '(ก) อย่างหนึ่ง', '(๒) งด')).sections;
    expect(section!.paragraphs).toEqual([
      {
        text: 'ผู้ใด',
        items: [
          { marker: '๑', depth: 1, text: 'ทำ' },
          { marker: 'ก', depth: 2, text: 'อย่างหนึ่ง' },
          { marker: '๒', depth: 1, text: 'งด' },
        ],
      },
    ]);
    expect(section!.footnotes).toEqual(['2', '3']);
  });

  it('keeps what editors wrote in brackets apart from the law', () => {
    const [section] = parseLaw(
      act('มาตรา ๑ ผู้ใดฝ่าฝืนต้องระวางโทษปรับ', '[อัตราโทษ แก้ไขเพิ่มเติมโดยมาตรา ๔', 'แห่งพระราชบัญญัติสมมุติ]'),
    ).sections;
    expect(section!.paragraphs.map(({ text }) => text)).toEqual(['ผู้ใดฝ่าฝืนต้องระวางโทษปรับ']);
    expect(section!.notes).toEqual(['อัตราโทษ แก้ไขเพิ่มเติมโดยมาตรา ๔ แห่งพระราชบัญญัติสมมุติ']);
  });

  it('never throws and stays fast on a megabyte of anything', () => {
    const monster = 'มาตรา ๑ '.repeat(20_000) + '\nมาตรา ๒\n'.repeat(20_000);
    const started = performance.now();
    parseLaw(monster);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => void parseLaw(text)),
      { numRuns: 100 },
    );
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
