/** A reporter comes back by the receipt alone, and nobody else does. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyFilingProof } from '#platform/ledger/tlog-proof.ts';
import { fromBase64Url, sha256Hex, toBase64Url } from '#platform/sealing/bytes.ts';
import { openFile } from '#platform/sealing/file.ts';
import { composeMessage } from '#platform/sealing/message.ts';
import { newReceipt } from '#platform/sealing/receipt.ts';
import { lookupOf, stretchReceipt } from '#platform/sealing/receipt-keys.ts';
import { generateSigningKey, rawPublicKey } from '#platform/sealing/signature.ts';
import type { Story } from './report.ts';
import { readyFile } from './seal-report.ts';
import { reporterIn } from './testing/reporter.ts';
import { createWorld, lifelikeStory, post, putFile, solvedProof, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const { filed, comeBack, signed, opened, say } = reporterIn(() => world);

const close = (id: string) =>
  sql`update cases."case" set stage = 'CLOSED', outcome = 'NO_GROUND', closed_at = now(), awaiting = 'nobody' where id = ${id}`.execute(
    world.db.owner,
  );

describe('coming back', () => {
  it('shows the stage and the whole dialogue, each message verified', async () => {
    const citizen = await filed();
    const { report, dialogue } = await opened(await comeBack(citizen));
    expect(report).toMatchObject({ stage: 'RECEIVED', unitCode: 'TH-50', contestable: false, outcome: null });
    expect(dialogue.messages).toMatchObject([{ ok: true, author: 'reporter', body: lifelikeStory }]);
  });

  it('answers a receipt that nobody has with the same shape, and lets nobody in by it', async () => {
    const citizen = await filed();
    const hit = await post(world, '/public/follow/look-up', { lookup: await lookupOf(citizen.stretched) });
    const strange = await stretchReceipt(newReceipt());
    const ask = async () => post(world, '/public/follow/look-up', { lookup: await lookupOf(strange) });
    const miss = await ask();
    expect(miss.statusCode).toBe(hit.statusCode);
    expect(miss.body.length).toBe(hit.body.length);
    expect(Object.keys(miss.json())).toEqual(Object.keys(hit.json()));
    expect((await ask()).json()).toMatchObject({ reportId: miss.json().reportId, salt: miss.json().salt });
    const answer = await post(
      world,
      '/public/follow/open',
      await signed(await comeBack({ stretched: strange }), 'open'),
    );
    expect([answer.statusCode, answer.json()]).toEqual([404, { code: 'unknown' }]);
  });

  it('does the same work for a hit and a miss', async () => {
    const known = await lookupOf((await filed()).stretched);
    const took = async (lookup: string) => {
      const start = performance.now();
      await post(world, '/public/follow/look-up', { lookup });
      return performance.now() - start;
    };
    const differences: number[] = [];
    const misses: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      world.advance(1000);
      const unknown = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
      // Side by side and in turn, so that a busy machine slows both: one query more would show as a third or so.
      const [first, second] = round % 2 ? [known, unknown] : [unknown, known];
      const times = [await took(first), await took(second)] as const;
      const [hit, miss] = round % 2 ? times : [times[1], times[0]];
      differences.push(hit - miss);
      misses.push(miss);
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[list.length / 2]!;
    expect(Math.abs(median(differences))).toBeLessThan(median(misses) / 3);
  });

  it('refuses another key, another act, an old nonce, and a nonce of another report', async () => {
    const back = await comeBack(await filed());
    const open = (body: object) => post(world, '/public/follow/open', body);
    const strangersKey = { ...back, keys: { signingKey: await generateSigningKey() } };
    expect((await open(await signed(strangersKey, 'open'))).json()).toEqual({ code: 'unknown' });
    expect((await open(await signed(back, 'proof'))).json()).toEqual({ code: 'unknown' });
    const other = await comeBack(await filed());
    const foreign = await open(await signed({ ...back, nonce: other.nonce }, 'open'));
    expect([foreign.statusCode, foreign.json()]).toEqual([401, { code: 'stale-nonce' }]);
    const request = await signed(back, 'open');
    world.advance(31 * 60_000);
    expect((await open(request)).json()).toEqual({ code: 'stale-nonce' });
  });

  it('slows everybody together after many misses; a proof of work still comes through', async () => {
    const known = await lookupOf((await filed()).stretched);
    const miss = () =>
      post(world, '/public/follow/look-up', {
        lookup: toBase64Url(crypto.getRandomValues(new Uint8Array(32))),
      });
    for (let guess = 0; guess < 60; guess += 1) await miss();
    const proof = await solvedProof(world);
    expect((await miss()).statusCode).toBe(429);
    expect((await post(world, '/public/follow/look-up', { lookup: known })).statusCode).toBe(429);
    expect((await post(world, '/public/follow/look-up', { lookup: known, proof })).statusCode).toBe(200);
    world.advance(1000);
    expect((await post(world, '/public/follow/look-up', { lookup: known })).statusCode).toBe(200);
  });
});

describe('the dialogue', () => {
  it('takes a message with a file, once however often it is sent', async () => {
    const back = await comeBack(await filed());
    const { dialogue } = await opened(back);
    const bytes = new TextEncoder().encode('บันทึกการประชุม');
    const file = await readyFile(
      { id: randomUUID(), name: 'บันทึก.txt', mediaType: 'text/plain', bytes },
      false,
    );
    const said = await say(back, { next: dialogue.next, files: [file] });
    expect((await post(world, '/public/follow/messages', said.request)).json()).toEqual({
      code: 'missing-attachment',
    });
    await putFile(world, file.id, said.uploads[0]!.sealed, await solvedProof(world));
    const both = await Promise.all([1, 2].map(() => post(world, '/public/follow/messages', said.request)));
    expect(both.map((answer) => answer.json().code).sort()).toEqual(['accepted', 'repeated']);

    const after = await opened(back);
    const last = after.dialogue.messages[1]!;
    expect(last).toMatchObject({ ok: true, body: { type: 'message', text: 'ขอเพิ่มเติมว่ามีพยานสองคน' } });
    const download = await world.http.inject({
      method: 'POST',
      url: `/public/follow/files/${file.id}`,
      payload: await signed(back, 'file', file.id),
    });
    if (!last.ok) throw new Error(last.problem);
    const read = await openFile(download.rawPayload, after.dialogue.identities.get(1)!, last.attachments[0]!);
    expect([read.name, new TextDecoder().decode(read.bytes)]).toEqual(['บันทึก.txt', 'บันทึกการประชุม']);
  });

  it('sends back a message that was written before an answer was seen', async () => {
    const back = await comeBack(await filed());
    const { dialogue } = await opened(back);
    await post(world, '/public/follow/messages', (await say(back, { next: dialogue.next })).request);
    const late = await post(
      world,
      '/public/follow/messages',
      (await say(back, { next: dialogue.next })).request,
    );
    expect([late.statusCode, late.json()]).toEqual([409, { code: 'out-of-order' }]);
    const fresh = await opened(back);
    const again = await post(
      world,
      '/public/follow/messages',
      (await say(back, { next: fresh.dialogue.next })).request,
    );
    expect(again.json()).toEqual({ code: 'accepted' });
  });

  it('refuses a message whose bytes were exchanged after signing', async () => {
    const back = await comeBack(await filed());
    const { dialogue } = await opened(back);
    const [said, other] = [
      await say(back, { next: dialogue.next }),
      await say(back, { next: dialogue.next }),
    ];
    const answer = await post(world, '/public/follow/messages', {
      ...said.request,
      message: other.request.message,
    });
    expect(answer.json()).toEqual({ code: 'unknown' });
  });

  it('shows a message that the server put in as not verifiable', async () => {
    const citizen = await filed();
    const back = await comeBack(citizen);
    const forged = await say(
      { ...back, keys: { ...back.keys, signingKey: await generateSigningKey() } },
      {
        next: (await opened(back)).dialogue.next,
      },
    );
    const sealed = Buffer.from(forged.sending.message, 'base64url');
    await sql`insert into cases.message (id, case_id, kind, key_version, sequence, previous_hash, hash, author, sealed, sent_at)
      values (${randomUUID()}, ${back.reportId}, 'dialogue', 1, 2, ${Buffer.from(forged.sending.previousHash, 'hex')},
        ${Buffer.from(await sha256Hex(sealed), 'hex')}, 'reporter', ${sealed}, now())`.execute(
      world.db.owner,
    );
    const { dialogue } = await opened(back);
    expect(dialogue.messages[1]).toMatchObject({ ok: false, problem: 'unknown-author' });
  });

  it('shows an officer’s answer when her enrolled key signed it, and not when another did', async () => {
    const back = await comeBack(await filed());
    const person = randomUUID();
    await sql`insert into network.person (id, email, name_th, created_at)
      values (${person}, ${`${person}@example.go.th`}, 'สมหญิง', now())`.execute(world.db.owner);
    const [hers, anothers] = [await generateSigningKey(), await generateSigningKey()];
    await sql`insert into network.officer_key (person_id, version, recipient, signing_key, created_at)
      values (${person}, 1, ${world.centres.get('TH-50')!.recipient}, ${Buffer.from(rawPublicKey(hers.publicKey))}, '2020-01-01')`.execute(
      world.db.owner,
    );
    for (const signingKey of [hers, anothers]) {
      const { next } = (await opened(back)).dialogue;
      const { sealed, hash } = await composeMessage(
        {
          caseId: back.reportId,
          channel: 'dialogue',
          sequence: next.sequence,
          previousHash: next.previousHash,
          recipients: [next.recipient],
          attachments: [],
          author: { kind: 'officer', publicKey: signingKey.publicKey },
          sentAt: '2026-11-24T09:00:00+07:00',
          body: { type: 'message', v: 1, text: 'ขอทราบเลขที่สัญญา', files: [] },
        },
        signingKey,
      );
      await sql`insert into cases.message (id, case_id, kind, key_version, sequence, previous_hash, hash, author, person_id, sealed, sent_at)
        values (${randomUUID()}, ${back.reportId}, 'dialogue', 1, ${next.sequence}, ${Buffer.from(next.previousHash, 'hex')},
          ${Buffer.from(hash, 'hex')}, 'officer', ${person}, ${Buffer.from(sealed)}, now())`.execute(
        world.db.owner,
      );
    }
    const { dialogue } = await opened(back);
    expect(dialogue.messages.slice(1)).toMatchObject([
      { ok: true, author: 'officer', body: { text: 'ขอทราบเลขที่สัญญา' } },
      { ok: false, problem: 'unknown-author' },
    ]);
    expect(JSON.stringify((await opened(back)).report)).not.toContain(person);
  });

  it('lets a closing be contested once, which opens the case again', async () => {
    const back = await comeBack(await filed());
    const early = await say(back, { next: (await opened(back)).dialogue.next, contest: true });
    expect((await post(world, '/public/follow/messages', early.request)).json()).toEqual({
      code: 'not-contestable',
    });
    await close(back.reportId);
    const closed = await opened(back);
    expect(closed.report).toMatchObject({ contestable: true, outcome: { code: 'NO_GROUND', th: 'ไม่พบมูล' } });
    const contest = await say(back, { next: closed.dialogue.next, contest: true, text: 'ยังไม่ได้ตรวจสัญญา' });
    expect((await post(world, '/public/follow/messages', contest.request)).json()).toEqual({
      code: 'accepted',
    });
    const after = await opened(back);
    expect(after.report).toMatchObject({ stage: 'SCREENING', contestable: false });
    await close(back.reportId);
    const second = await say(back, { next: after.dialogue.next, contest: true });
    expect((await post(world, '/public/follow/messages', second.request)).json()).toEqual({
      code: 'not-contestable',
    });
  });

  it('gives no file of another report', async () => {
    const file = await readyFile(
      { id: randomUUID(), name: 'a.txt', mediaType: 'text/plain', bytes: new Uint8Array([1]) },
      false,
    );
    await filed({ files: [file] });
    const stranger = await comeBack(await filed());
    const answer = await post(
      world,
      `/public/follow/files/${file.id}`,
      await signed(stranger, 'file', file.id),
    );
    expect([answer.statusCode, answer.json()]).toEqual([404, { code: 'unknown' }]);
  });
});

describe('the proof of filing', () => {
  it('verifies offline under the log’s key and names this report', async () => {
    const citizen = await filed();
    const back = await comeBack(citizen);
    const ask = async () => post(world, '/public/follow/proof', await signed(back, 'proof'));
    await expect.poll(async () => (await ask()).statusCode, { timeout: 5000 }).toBe(200);
    const { proof } = (await ask()).json();
    const verdict = await verifyFilingProof(proof, world.ground.ledger.vkey);
    if (!verdict.ok) throw new Error(verdict.code);
    expect(verdict.entry).toMatchObject({ act: 'report.filed', id: back.reportId, unit: 'TH-50' });
    const stored = await sha256Hex(fromBase64Url(citizen.report.submission.message));
    expect(verdict.entry.facts?.['messageSha256']).toBe(stored);
    const cut = proof.replace(/^index (\d+)/m, (_: string, index: string) => `index ${Number(index) + 1}`);
    expect((await verifyFilingProof(cut, world.ground.ledger.vkey)).ok).toBe(false);
  });
});

it('a story of 200,000 characters travels whole', async () => {
  const happened = `${'ก'.repeat(199_990)}👩🏽‍⚖️\u200b`;
  const citizen = await filed({ story: { happened } });
  const { dialogue } = await opened(await comeBack(citizen));
  const [first] = dialogue.messages;
  expect(first?.ok && (first.body as Story).happened).toBe(happened);
});
