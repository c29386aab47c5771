/** What ships with the product agrees with the law: every section exists, every number stands in its text. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { topics } from '#features/cases/cases.seed.ts';
import { readPenalties } from '#platform/text/read-penalties.ts';
import { fromThaiDigits } from '#platform/text/thai-digits.ts';
import { criminalCode } from './criminal-code.seed.ts';
import { guidance } from './guidance.seed.ts';
import { actors, acts } from './offence.ts';
import { actsFor, fitting, timeLimit } from './offence-rules.ts';
import { specialLaws } from './special-laws.seed.ts';

const offences = [...criminalCode, ...specialLaws];
const folder = process.env['LAWS_FOLDER'] ?? join(import.meta.dirname, '../../../../../shared/data/laws');
const hasTexts = existsSync(folder);
const codes = new Set(offences.map(({ code }) => code));

/** Sections of the main text by number; the first heading at a line's start wins, as amending acts come later. */
function sectionsOf(instrument: string): Map<string, string> {
  const text = fromThaiDigits(readFileSync(join(folder, `${instrument}.txt`), 'utf8'));
  const heads = [...text.matchAll(/(?:^|\n)[ \t]*มาตรา\s+(\d+(?:\/\d+)?)(?=[\s[])/g)];
  const found = new Map<string, string>();
  for (const [index, head] of heads.entries()) {
    const body = text.slice(head.index, heads[index + 1]?.index);
    // A reference broken over lines also begins a line; the section itself is the one that punishes or forbids.
    const known = found.get(head[1]!);
    if (known === undefined || (!/โทษ|ห้าม/.test(known) && /ผู้ใด|เมื่อ|ห้าม/.test(body)))
      found.set(head[1]!, body);
  }
  return found;
}

describe('the list', () => {
  test('has an entry for each section of malfeasance in office, and no code twice', () => {
    expect(offences.length).toBeGreaterThanOrEqual(25);
    expect(codes.size).toBe(offences.length);
    for (let section = 143; section <= 167; section++) expect(codes).toContain(`CC-${section}`);
    for (let section = 4; section <= 11; section++) expect(codes).toContain(`SOE-${section}`);
  });

  test.each(offences)('$code is complete in both languages and points at what exists', (offence) => {
    expect(offence.elementsTh.length).toBeGreaterThan(0);
    expect(offence.elementsEn).toHaveLength(offence.elementsTh.length);
    expect(offence.titleEn + offence.gistEn + offence.elementsEn.join()).not.toMatch(/[\u0e00-\u0e7f]/);
    for (const related of offence.related) expect(codes).toContain(related);
    const known = topics.map(({ code }) => code as string);
    for (const topic of offence.topics) expect(known).toContain(topic);
  });

  test('every person and every act of the questions leads somewhere', () => {
    for (const who of actors) expect(actsFor(offences, who, acts).length).toBeGreaterThan(1);
    for (const what of acts) expect(fitting(offences, { what }).length).toBeGreaterThan(0);
  });
});

describe('time limits', () => {
  const rules = guidance.map((rule) => ({ ...rule, version: 1, source: '', validTo: undefined }));
  const yearsFor = (code: string) =>
    timeLimit(rules, offences.find((one) => one.code === code)!)?.facts.years;

  test.each([
    ['CC-149', 20],
    ['CC-157', 15],
    ['CC-162', 10],
    ['CC-144', 10],
    ['CC-145', 5],
    ['CC-137', 5],
    ['CC-200', 20],
  ])('%s: %i years', (code, years) => expect(yearsFor(code)).toBe(years));

  test('forfeiture is no punishment and has none', () => expect(yearsFor('NACC-115')).toBeUndefined());
});

describe.skipIf(!hasTexts)('against the texts of the laws', () => {
  test.each(offences)('$code: the section exists and its numbers are the law’s', (offence) => {
    const sections = sectionsOf(offence.instrument);
    expect(sections.has(offence.section)).toBe(true);
    const text = sections.get(offence.penaltySection ?? offence.section);
    expect(text).toBeDefined();
    const facts = offence.penalties.map(({ limb: _, ...penalty }) => penalty);
    if (offence.penalties.length === 0) {
      expect(readPenalties(text!)).toEqual([]);
      return;
    }
    const inLaw = readPenalties(text!);
    // A section that says the same twice (its second paragraph) counts once.
    const distinct = inLaw.filter(
      (one, index) => inLaw.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index,
    );
    expect(facts).toEqual(distinct);
  });
});

if (!hasTexts)
  test.skip('the texts of the laws are not beside the repository: set LAWS_FOLDER', () => undefined);
