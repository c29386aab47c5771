// Whose section a text names: by the law's known names, by its title, and never by a bare number.
import { expect, test } from 'vitest';
import { citing, numbersCited } from './cites-section.ts';

const trial = { code: 'gift-return-act-2599', title: 'พระราชบัญญัติการคืนของขวัญสมมุติ พ.ศ. ๒๕๙๙', unit: 'มาตรา' };
const criminal = { code: 'criminal-code', title: 'ประมวลกฎหมายอาญา', unit: 'มาตรา' };
const rule = { code: 'paper-rule', title: 'ระเบียบว่าด้วยกระดาษสมมุติ พ.ศ. ๒๕๙๙', unit: 'ข้อ' };
const cited = (text: string, law = trial) => [...numbersCited(text, law)];

test.each([
  ['พระราชบัญญัติการคืนของขวัญสมมุติ พ.ศ. 2599 มาตรา 3 และ 5: คืนภายใน 7 วัน', ['3', '5']],
  ['พ.ร.บ.การคืนของขวัญสมมุติ พ.ศ. ๒๕๙๙ มาตรา ๓', ['3']],
  ['ตามมาตรา 3/1 แห่งพระราชบัญญัติการคืนของขวัญสมมุติ พ.ศ. 2599', ['3/1']],
  ['มาตรา 3', []],
  ['พระราชบัญญัติการคืนของขวัญสมมุติ และพระราชบัญญัติอื่นที่สมมุติ มาตรา 3', []],
  ['พระราชบัญญัติการคืนของขวัญสมมุติ มาตรา 3 และมาตรา 157 ประมวลกฎหมายอาญา', ['3']],
  ['พระราชบัญญัติการคืนของขวัญสมมุติ ข้อ 3', []],
])('%s', (text, numbers) => {
  expect(cited(text)).toEqual(numbers);
});

test('a law of many names is found by each', () => {
  expect(cited('ความผิดตาม ป.อ. ม.157', criminal)).toEqual(['157']);
  expect(cited('section 157 of the Criminal Code', criminal)).toEqual(['157']);
});

test('a rule counts by clauses', () => {
  expect(cited('ระเบียบว่าด้วยกระดาษสมมุติ พ.ศ. 2599 ข้อ 12', rule)).toEqual(['12']);
});

test('of several texts those remain that name one of the numbers', () => {
  const texts = ['ป.อ. มาตรา 149', 'ป.อ. มาตรา 157', 'มาตรา 157'];
  expect(citing(texts, (one) => one, criminal, ['157', '158'])).toEqual(['ป.อ. มาตรา 157']);
});
