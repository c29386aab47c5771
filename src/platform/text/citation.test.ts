import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationTokens, findCitations } from './citation.ts';
import { lawNames } from './law-names.ts';
import { normalise } from './normalise.ts';

const tokensIn = (text: string) => findCitations(normalise(text)).flatMap(citationTokens);

describe('one section, however it is cited', () => {
  test.each([
    'มาตรา ๑๕๗ แห่งประมวลกฎหมายอาญา',
    'มาตรา 157 ประมวลกฎหมายอาญา',
    'มาตรา157 อาญา',
    'ม.157 อาญา',
    'ม. ๑๕๗ ป.อ.',
    'ป.อ. ม.157',
    'ประมวลกฎหมายอาญา มาตรา 157',
    'section 157 of the Criminal Code',
    'Criminal Code s.157',
    's 157 penal code',
  ])('%s', (text) => {
    expect(tokensIn(text)).toEqual(['sec:157', 'sec:criminal-code:157']);
  });

  test('inserted sections by either numbering', () => {
    expect(tokensIn('มาตรา 123/1')).toEqual(['sec:123/1']);
    expect(tokensIn('มาตรา ๙๑ ทวิ')).toEqual(['sec:91ทวิ']);
    expect(tokensIn('section 91 bis')).toEqual(['sec:91ทวิ']);
    expect(tokensIn('มาตรา 10 ตรีคูณ')).toEqual(['sec:10']);
  });

  test('paragraphs and items', () => {
    const [first] = findCitations('มาตรา 40 วรรคสอง (2) (ก) และวรรคท้าย');
    expect(first).toMatchObject({ number: '40', paragraph: 2, items: ['2', 'ก'], kind: 'section' });
    expect(findCitations('มาตรา 7 (1) วรรคท้าย')[0]).toMatchObject({ paragraph: -1, items: ['1'] });
    expect(findCitations('ข้อ 12 (3)')[0]).toMatchObject({ kind: 'clause', number: '12', items: ['3'] });
  });

  test('a list carries the law to each', () => {
    expect(
      tokensIn('ตามมาตรา 147, 148 และ 157 แห่งประมวลกฎหมายอาญา').filter((token) => token.includes('code')),
    ).toEqual(['sec:criminal-code:147', 'sec:criminal-code:148', 'sec:criminal-code:157']);
  });

  test('aliases of the acts that centres use daily', () => {
    expect(tokensIn('s.128 NACC')).toContain('sec:nacc-organic-act-2561:128');
    expect(tokensIn('พ.ร.ป.ป.ป.ช. ม.128')).toContain('sec:nacc-organic-act-2561:128');
    expect(tokensIn('ม.24 พ.ร.บ.ป.ป.ท.')).toContain('sec:pacc-executive-measures-act-2551:24');
    expect(tokensIn('พ.ร.บ. ข้อมูลข่าวสารของราชการ พ.ศ. 2540 มาตรา 15')).toContain(
      'sec:official-information-act-2540:15',
    );
    expect(new Set(lawNames.flatMap(({ names }) => names)).size).toBe(
      lawNames.flatMap(({ names }) => names).length,
    );
  });
});

describe('what is no citation', () => {
  test.each([
    'วันที่ 3 ม.ค. 2569',
    'มี 3 ข้อ 20 คะแนน',
    'ราคา 157 บาท',
    'พวกเขา',
    'ma 157',
    'มาตรา',
    'ม.ปลาย 3 ห้อง',
  ])('%s', (text) => {
    expect(tokensIn(text)).toEqual([]);
  });

  test('a number that counts something ends a list', () => {
    expect(tokensIn('มาตรา 28 และ 30 วัน')).toEqual(['sec:28']);
  });
});

test('citations point at their own text, in order, without overlap', () => {
  const part = fc.constantFrom(
    'มาตรา 15',
    'ม.3/1',
    'และ',
    ' ',
    ', ',
    'วรรคสอง',
    '(1)',
    'ทวิ',
    '157',
    'ข้อ 2',
    's.4',
    'ป.อ.',
    'ก',
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      let last = 0;
      for (const { start, end, number } of findCitations(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toContain(number.split(' ')[0]);
        last = end;
      }
    }),
    { numRuns: 500 },
  );
});

test('a list without end is read in time', () => {
  const start = performance.now();
  const found = findCitations('มาตรา 1, '.repeat(20_000));
  expect(found).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(5000);
});
