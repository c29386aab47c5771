/** The life of an announcement: drafted, scheduled, read, changed, archived, withdrawn; and who may do none of it. */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, anOfficer, send, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import { webpChunk } from '#platform/sealing/metadata-webp.ts';
import type { SavedItem } from './news.schemas.ts';

let world: TestApp;
let organiser: TestOfficer;
let provincial: TestOfficer;
let caseOfficer: TestOfficer;
let units: Map<string, number>;

beforeAll(async () => {
  world = await createTestApp();
  organiser = await anOfficer(world.db, 'MOI', ['organiser']);
  provincial = await anOfficer(world.db, 'TH-50', ['head']);
  caseOfficer = await anOfficer(world.db, 'MOI', ['case-officer']);
  const centres = await world.app.network.listCentres(new Date());
  units = new Map(centres.map(({ code, id }) => [code, id]));
});
afterAll(() => world.stop());

const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;
const anItem = (change: Partial<SavedItem> = {}): SavedItem => ({
  id: randomUUID(),
  unitId: units.get('MOI')!,
  baseVersion: 0,
  category: 'announcement',
  titleTh: 'ประกาศเจตนารมณ์ไม่รับของขวัญ',
  summaryTh: 'เจ้าหน้าที่ทุกคนของกระทรวงงดรับของขวัญทุกเทศกาล',
  bodyTh: 'รายละเอียดของประกาศ\n\n- ไม่รับ\n- ไม่ให้',
  ...change,
});
const save = async (officer: TestOfficer, item: SavedItem, picture?: Uint8Array) =>
  world.app.news.save(await as(officer), item, { picture });
const step = async (
  officer: TestOfficer,
  id: string,
  name: 'publish' | 'withdraw' | 'archive',
  publishAt?: Date,
) =>
  world.app.news.step(await as(officer), {
    id,
    step: name,
    publishAt,
    reason: name === 'withdraw' ? 'พิมพ์ผิด' : '',
  });
const published = async (change: Partial<SavedItem> = {}, officer = organiser) => {
  const item = anItem(change);
  expect(await save(officer, item)).toMatchObject({ ok: true });
  expect(await step(officer, item.id, 'publish')).toEqual({ ok: true, value: { state: 'published' } });
  return item;
};
const get = (url: string, headers: Record<string, string> = {}) => world.server.inject({ url, headers });
const inTest = (name: string) => get(`/news/${name}`);

describe('a reader', () => {
  test('meets a published item in Thai, and in English is told that the English text follows', async () => {
    await published({ slug: 'no-gift' });
    const thai = await inTest('no-gift');
    expect(thai.statusCode).toBe(200);
    expect(thai.body).toContain('<li>');
    expect(thai.body).not.toContain('<script');
    const english = await get('/en/news/no-gift');
    expect(english.body).toContain('The English text follows');
    expect(english.body).toContain('lang="th"');
  });

  test('reads the English once it is there', async () => {
    await published({
      slug: 'bilingual',
      titleEn: 'No gifts',
      summaryEn: 'None at all.',
      bodyEn: 'All officials.',
    });
    const english = await get('/en/news/bilingual');
    expect(english.body).toContain('All officials.');
    expect(english.body).not.toContain('The English text follows');
  });

  test('sees no raw HTML of the writer', async () => {
    await published({ slug: 'raw', bodyTh: '<img src=x onerror=alert(1)> <script>1</script>' });
    const { body } = await inTest('raw');
    expect(body).not.toContain('<img src=x');
    expect(body).toContain('&lt;img');
  });

  test('finds the ministry’s items first, three on the home page', async () => {
    await published({ unitId: units.get('TH-50')!, slug: 'chiang-mai', titleTh: 'ข่าวเชียงใหม่' }, provincial);
    const list = (await world.app.news.list(new Date(), 'th', 1)).cards;
    const kinds = list.map((card) => card.ofMinistry);
    expect(kinds).toEqual([...kinds].sort((a, b) => Number(b) - Number(a)));
    expect(kinds).toContain(false);
    expect(await world.app.news.latestNews(new Date(), 'th')).toHaveLength(3);
  });

  test('does not see a draft, nor a scheduled item before its time, even in SQL', async () => {
    const draft = anItem({ slug: 'a-draft' });
    await save(organiser, draft);
    const later = anItem({ slug: 'later' });
    await save(organiser, later);
    const soon = new Date(Date.now() + 3_600_000);
    expect(await step(organiser, later.id, 'publish', soon)).toEqual({
      ok: true,
      value: { state: 'scheduled' },
    });
    for (const slug of ['a-draft', 'later']) expect((await inTest(slug)).statusCode).toBe(404);
    const seen = await world.db.asPublic.selectFrom('news.item').select('slug').execute();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map(({ slug }) => slug)).not.toContain('later');
    expect(seen.map(({ slug }) => slug)).not.toContain('a-draft');
    // Its time comes.
    await sql`update news.item set publish_at = now() - interval '1 second' where id = ${later.id}`.execute(
      world.db.owner,
    );
    expect((await inTest('later')).statusCode).toBe(200);
  });

  test('finds old news in the archive of its Buddhist year', async () => {
    const old = await published({ slug: 'old-news', titleTh: 'ข่าวปีเก่า' });
    await sql`update news.item set publish_at = '2024-12-31 18:00+00' where id = ${old.id}`.execute(
      world.db.owner,
    );
    expect(await step(organiser, old.id, 'archive')).toMatchObject({
      ok: true,
      value: { state: 'archived' },
    });
    expect((await get('/news')).body).not.toContain('old-news');
    // 1 January 2025 in Bangkok.
    expect((await get('/news/archive/2568')).body).toContain('old-news');
    expect((await get('/news/archive/2567')).body).not.toContain('old-news');
    expect((await inTest('old-news')).statusCode).toBe(200);
  });

  test('no longer finds what was withdrawn', async () => {
    const item = await published({ slug: 'mistake' });
    expect(await step(organiser, item.id, 'withdraw')).toMatchObject({ ok: true });
    expect((await inTest('mistake')).statusCode).toBe(404);
    expect((await get('/news/feed.xml')).body).not.toContain('mistake');
  });
});

describe('an editor', () => {
  test('who saves twice because the answer was lost has saved once', async () => {
    const item = anItem();
    const first = await save(organiser, item);
    expect(await save(organiser, item)).toEqual(first);
    const both = await Promise.all(
      [1, 2].map(() => save(organiser, anItem({ id: 'c0ffee00-0000-4000-8000-000000000001' }))),
    );
    expect(both).toEqual([
      { ok: true, value: { id: 'c0ffee00-0000-4000-8000-000000000001', version: 1 } },
      { ok: true, value: { id: 'c0ffee00-0000-4000-8000-000000000001', version: 1 } },
    ]);
  });

  test('does not overwrite what a colleague saved meanwhile; every wording is kept', async () => {
    const item = anItem();
    await save(organiser, item);
    expect(await save(organiser, { ...item, baseVersion: 1, titleTh: 'หัวข้อใหม่' })).toMatchObject({
      value: { version: 2 },
    });
    expect(await save(organiser, { ...item, baseVersion: 1, titleTh: 'อีกคนเขียน' })).toEqual({
      ok: false,
      code: 'changed-meanwhile',
    });
    const read = await world.app.news.readForEditor(await as(organiser), item.id);
    expect(read?.item.titleTh).toBe('หัวข้อใหม่');
    expect(read?.versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('cannot publish half a text, take another’s address, or withdraw in silence', async () => {
    const half = anItem({ bodyTh: '' });
    await save(organiser, half);
    expect(await step(organiser, half.id, 'publish')).toEqual({ ok: false, code: 'not-complete' });
    await published({ slug: 'taken' });
    expect(await save(organiser, anItem({ slug: 'taken' }))).toEqual({ ok: false, code: 'slug-taken' });
    const item = await published();
    const silent = await world.app.news.step(await as(organiser), { id: item.id, step: 'withdraw' });
    expect(silent).toEqual({ ok: false, code: 'reason-missing' });
  });

  test('leaves a trail of publishing, changing and withdrawing in the ledger, without the words', async () => {
    const item = await published({ titleTh: 'หัวข้อของบันทึก' });
    await save(organiser, { ...item, baseVersion: 1, summaryTh: 'แก้ไขแล้ว' });
    await step(organiser, item.id, 'withdraw');
    await step(organiser, item.id, 'withdraw');
    const acts = (await actsSoFar(world.db)).filter((act) => act['id'] === item.id);
    expect(acts.map(({ act }) => act)).toEqual(['news.published', 'news.changed', 'news.withdrawn']);
    expect(acts[0]).toMatchObject({ unit: 'MOI', role: 'organiser' });
    expect(JSON.stringify(acts)).not.toContain('หัวข้อ');
  });

  test('of one centre writes none of another; a case officer writes none at all', async () => {
    const item = await published({ slug: 'of-the-ministry' });
    const theirs = { ...item, baseVersion: 1, titleTh: 'แก้โดยจังหวัด' };
    expect(await save(provincial, theirs)).toEqual({ ok: false, code: 'forbidden' });
    expect(await save(provincial, { ...theirs, unitId: units.get('TH-50')! })).toEqual({
      ok: false,
      code: 'forbidden',
    });
    expect(await step(provincial, item.id, 'withdraw')).toEqual({ ok: false, code: 'not-found' });
    expect(await save(caseOfficer, anItem())).toEqual({ ok: false, code: 'forbidden' });
    expect(await step(caseOfficer, item.id, 'withdraw')).toEqual({ ok: false, code: 'forbidden' });
  });

  test('of one centre is stopped by the database itself', async () => {
    const item = await published();
    const { actor } = await as(provincial);
    const changed = await actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .updateTable('news.item')
        .set({ title_th: 'x', changed_by: actor.personId })
        .where('id', '=', item.id)
        .executeTakeFirst(),
    );
    expect(Number(changed.numUpdatedRows)).toBe(0);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        trx
          .insertInto('news.item_version')
          .values({
            item_id: item.id,
            version: 9,
            content: '{}',
            saved_by: actor.personId,
            saved_at: new Date(),
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(sql`update news.item set title_th = 'x'`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`select * from news.item_version`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`delete from news.item`.execute(world.db.asOfficer)).rejects.toThrow(/permission denied/);
  });

  test('gets a draft out of a seminar’s summary, once', async () => {
    const draft = {
      id: randomUUID(),
      unitId: units.get('MOI')!,
      source: { kind: 'seminar', id: 'seminar-1' } as const,
      titleTh: 'สัมมนาเครือข่าย',
      summaryTh: `ผู้เข้าร่วม 200 คน ${'แลกเปลี่ยนความรู้ '.repeat(60)}`,
    };
    const first = await world.app.news.draftFrom(await as(organiser), draft);
    expect(await world.app.news.draftFrom(await as(organiser), draft)).toEqual(first);
    const read = await world.app.news.readForEditor(await as(organiser), draft.id);
    expect(read?.item).toMatchObject({ state: 'draft', madeFrom: 'seminar:seminar-1', category: 'training' });
    expect(read?.item.summaryTh.length).toBeLessThanOrEqual(400);
    expect(read?.item.bodyTh).toContain('200 คน');
    expect(
      await world.app.news.draftFrom(await as(caseOfficer), { ...draft, id: randomUUID() }),
    ).toMatchObject({
      ok: false,
    });
  });
});

/** A WebP as a telephone writes it: an extended header, a frame, and where it was taken. */
function telephoneWebp(): Buffer {
  const text = (words: string) => new TextEncoder().encode(words);
  const header = Uint8Array.from([0x0c, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
  const chunks = [
    webpChunk('VP8X', header),
    webpChunk('VP8L', Uint8Array.from([0x2f, 1, 2, 3, 4])),
    webpChunk('EXIF', text('GPS 18.79 N 98.98 E')),
    webpChunk('XMP ', text('<creator>somebody</creator>')),
  ];
  return Buffer.from(webpChunk('RIFF', Buffer.concat([text('WEBP'), ...chunks])));
}

describe('a picture', () => {
  test('loses its metadata, needs words for the blind, and is public with its item only', async () => {
    const item = anItem({ slug: 'with-picture' });
    expect(await save(organiser, item, telephoneWebp())).toEqual({ ok: false, code: 'alt-missing' });
    expect(await save(organiser, { ...item, altTh: 'ผู้เข้าร่วมสัมมนา' }, telephoneWebp())).toMatchObject({
      ok: true,
    });
    const { pictureId } = (await world.app.news.readForEditor(await as(organiser), item.id))!.item;
    const address = `/news/pictures/${pictureId}`;
    expect((await get(address)).statusCode).toBe(404);
    expect((await send(world.server, organiser, `/office${address}`)).statusCode).toBe(200);
    expect((await send(world.server, provincial, `/office${address}`)).statusCode).toBe(404);
    expect((await send(world.server, undefined, `/office${address}`)).statusCode).toBe(401);
    await step(organiser, item.id, 'publish');
    const answer = await get(address);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('image/webp');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.rawPayload.includes('GPS')).toBe(false);
    expect(answer.rawPayload.includes('somebody')).toBe(false);
    expect(answer.rawPayload.includes('VP8L')).toBe(true);
    expect((await inTest('with-picture')).body).toContain('alt="ผู้เข้าร่วมสัมมนา"');
  });

  test('that is none, is broken, or is too large is refused with the reason', async () => {
    const item = anItem({ altTh: 'ภาพ' });
    expect(await save(organiser, item, Buffer.from('<svg onload=alert(1)>'))).toMatchObject({
      code: 'picture-kind',
    });
    expect(await save(organiser, item, telephoneWebp().subarray(0, 30))).toMatchObject({
      code: 'picture-broken',
    });
    expect(await save(organiser, item, Buffer.alloc(5 * 1024 * 1024 + 1))).toMatchObject({
      code: 'picture-too-large',
    });
  });
});

describe('the feeds', () => {
  const addresses = ['/news/feed.xml', '/news/rss.xml', '/en/news/feed.xml', '/en/news/rss.xml'];

  test.each(addresses)(
    '%s is well-formed, has what its format requires, and answers 304 when unchanged',
    async (url) => {
      await published({ titleTh: 'ค่า < กับ > และ & "คำพูด" \u0007' });
      const answer = await get(url);
      expect(answer.statusCode).toBe(200);
      const names = elementsOf(answer.body);
      const required = url.includes('feed')
        ? ['feed', 'id', 'title', 'updated', 'entry', 'author', 'name', 'link', 'published', 'summary']
        : ['rss', 'channel', 'title', 'link', 'description', 'item', 'guid', 'pubDate', 'lastBuildDate'];
      for (const name of required) expect(names).toContain(name);
      expect(answer.body).not.toContain('\u0007');
      const etag = String(answer.headers['etag']);
      expect(etag).toBe(`"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`);
      const again = await get(url, { 'if-none-match': `W/"x", ${etag}` });
      expect([again.statusCode, again.body]).toEqual([304, '']);
      await published();
      expect((await get(url, { 'if-none-match': etag })).statusCode).toBe(200);
    },
  );
});

/** Names of elements in order; throws where XML 1.0 is not well-formed (tags closed in order, entities known). */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml version="1.0" encoding="utf-8"\?>/, '');
  for (const [, between, close, name, attributes, empty] of body.matchAll(
    /([^<]*)<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    for (const text of [between!, attributes!])
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`unknown entity in ${text}`);
    if (close) {
      if (open.pop() !== name) throw new Error(`${name} closes what is not open`);
    } else {
      names.push(name!);
      if (!empty) open.push(name!);
    }
  }
  if (open.length > 0) throw new Error(`${open} not closed`);
  const rest = body.replaceAll(/[^<]*<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, '').trim();
  if (rest !== '') throw new Error(`not well-formed: ${rest.slice(0, 80)}`);
  return names;
}
