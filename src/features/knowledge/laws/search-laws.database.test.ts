// Search over the real statutes: what people type leads to the sections that answer it, and refuses nothing rudely.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { codeOfFile } from './code-of-file.ts';
import { goldQueries, judgeAnswer } from './gold.ts';
import { finishImport, importLaw } from './import-law.ts';
import { haveRealLaws, readRealLaws, realLawsFolder } from './parse/real-laws.ts';
import { searchLaws } from './search-laws.ts';

describe.skipIf(!haveRealLaws)(
  `law search (${haveRealLaws ? 'real statutes found' : `SKIPPED: no statutes in ${realLawsFolder}`})`,
  () => {
    let db: TestDatabase;
    beforeAll(async () => {
      db = await createTestDatabase();
      await db.owner.transaction().execute(async (trx) => {
        for (const { file, text } of readRealLaws())
          await importLaw(trx, { code: codeOfFile(file), source: text, now: new Date('2026-11-23') });
        await finishImport(trx);
      });
    }, 120_000);
    afterAll(() => db?.drop());

    const search = (query: string, law?: string) => searchLaws(db.asPublic, { query, law, limit: 10 });
    const addresses = async (query: string, law?: string) =>
      (await search(query, law)).hits.map(({ code, number }) => `${code}:${number}`);

    it('answers the gold set: 95 % of the expected sections among the first ten, 80 % of first hits right', async () => {
      const results = [];
      for (const gold of goldQueries) results.push(judgeAnswer(gold, await addresses(gold.query)));
      const mean = (values: readonly number[]) =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(goldQueries.length).toBeGreaterThanOrEqual(120);
      expect(mean(results.map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.95);
      expect(mean(results.map(({ firstHit }) => (firstHit ? 1 : 0)))).toBeGreaterThanOrEqual(0.8);
    }, 60_000);

    it('puts the section that was asked for by number first, in every way to write it', async () => {
      for (const query of ['ม.157', 'มาตรา ๑๕๗ อาญา', 'มาตรา157', 's.157 criminal code', '157 อาญา'])
        expect([query, (await addresses(query))[0]]).toEqual([query, 'criminal-code:157']);
      expect((await addresses('s.128 NACC'))[0]).toBe('nacc-organic-act-2561:128');
    });

    it('searches one law alone when told to', async () => {
      const found = await addresses('เจ้าพนักงาน', 'criminal-code');
      expect(found.length).toBeGreaterThan(5);
      expect(found.every((address) => address.startsWith('criminal-code:'))).toBe(true);
    });

    it('says when it read the query on the other keyboard, and what a misspelt word may have been', async () => {
      expect(await search(']ydmiyrpN')).toMatchObject({ rescuedFrom: ']ydmiyrpN', text: 'ลักทรัพย์' });
      expect((await search('ฉ้อโกงประชาชล')).didYouMean).toBe('ฉ้อโกงประชาชน');
    });

    it('marks what was found and never cuts a cluster', async () => {
      const [first] = (await search('ลักทรัพย์')).hits;
      expect(first!.snippet.some(({ isMark, text }) => isMark && text.includes('ลักทรัพย์'))).toBe(true);
      for (const { text } of first!.snippet) expect(text).not.toMatch(/^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/);
    });

    it('bears anything typed into it', async () => {
      for (const query of [
        '',
        '   ',
        "'",
        "\\' & | ! :* <->",
        '(((',
        'ๆๆๆ',
        '๐๐๐',
        '\u200b',
        'x'.repeat(5000),
        'ม.99999',
        '💥 สินบน',
      ])
        await expect(search(query)).resolves.toBeDefined();
    });
  },
);
