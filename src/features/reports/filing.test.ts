/** A report is filed once, whatever happens on the way. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url } from '#platform/sealing/bytes.ts';
import { openGrant } from '#platform/sealing/grant.ts';
import { openMessage } from '#platform/sealing/message.ts';
import { readyFile } from './seal-report.ts';
import {
  aCitizen,
  createWorld,
  lifelikeStory,
  post,
  putFile,
  solvedProof,
  type World,
} from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const reportsInDatabase = async (id: string) =>
  (await world.db.owner.selectFrom('reports.report').selectAll().where('id', '=', id).execute()).length;

describe('filing a report', () => {
  it('is read by the centre addressed, title first, and by nobody without its key', async () => {
    const { report } = await aCitizen(world);
    const answer = await post(world, '/public/reports', {
      ...report.submission,
      proof: await solvedProof(world),
    });
    expect(answer.json()).toMatchObject({ code: 'accepted', messageId: report.submission.messageId });
    expect(answer.json().number).toMatch(/^\d\d-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);

    const { identity } = world.centres.get('TH-50')!;
    const grants = await world.db.owner
      .selectFrom('cases.key_grant')
      .selectAll()
      .where('case_id', '=', report.submission.id)
      .where('grantee', '=', 'centre')
      .execute();
    const grant = await openGrant(grants[0]!.sealed, identity, {
      caseId: report.submission.id,
      kind: 'dialogue',
    });
    expect(grant.title).toBe('จัดซื้อจัดจ้าง: นายช่างโยธา');
    const message = await openMessage(fromBase64Url(report.submission.message), grant.identity, {
      caseId: report.submission.id,
      channel: 'dialogue',
      sequence: 1,
      previousHash: null,
      recipients: [grant.recipient],
    });
    expect(message.body).toEqual(lifelikeStory);
    const ministry = world.centres.get('MOI')!.identity;
    await expect(
      openGrant(grants[0]!.sealed, ministry, { caseId: report.submission.id, kind: 'dialogue' }),
    ).rejects.toMatchObject({ code: 'not-for-this-key' });
  });

  it('counts once when the answer was lost and it is sent again, even an hour later with no new proof', async () => {
    const { report } = await aCitizen(world);
    const sending = { ...report.submission, proof: await solvedProof(world) };
    const first = await post(world, '/public/reports', sending);
    expect(first.json().code).toBe('accepted');
    world.advance(60 * 60_000);
    const second = await post(world, '/public/reports', sending);
    expect(second.json()).toMatchObject({ code: 'repeated', number: first.json().number });
    expect(await reportsInDatabase(report.submission.id)).toBe(1);
  });

  it('counts once when two tabs send at the same moment', async () => {
    const { report } = await aCitizen(world);
    const proofs = await Promise.all([solvedProof(world), solvedProof(world)]);
    const sameProof = await Promise.all(
      [proofs[0], proofs[0], proofs[1], proofs[1]].map((proof) =>
        post(world, '/public/reports', { ...report.submission, proof }),
      ),
    );
    const codes = sameProof.map((answer) => answer.json().code).sort();
    expect(codes).toEqual(['accepted', 'repeated', 'repeated', 'repeated']);
    expect(new Set(sameProof.map((answer) => answer.json().number)).size).toBe(1);
    expect(await reportsInDatabase(report.submission.id)).toBe(1);
  });

  it('refuses another report under an identifier that is taken', async () => {
    const first = await aCitizen(world);
    await post(world, '/public/reports', { ...first.report.submission, proof: await solvedProof(world) });
    const second = await aCitizen(world);
    const answer = await post(world, '/public/reports', {
      ...second.report.submission,
      id: first.report.submission.id,
      proof: await solvedProof(world),
    });
    expect([answer.statusCode, answer.json()]).toEqual([409, { code: 'conflict' }]);
  });

  it('asks for a proof of work that is right, in time and unused', async () => {
    const { report } = await aCitizen(world);
    const send = (proof?: object) => post(world, '/public/reports', { ...report.submission, proof });
    expect((await send()).json()).toEqual({ code: 'no-proof' });
    const proof = await solvedProof(world);
    const wrong = { ...proof, solution: { ...proof.solution, derivedKey: '0'.repeat(64) } };
    expect((await send(wrong)).json()).toEqual({ code: 'no-proof' });
    const forged = {
      ...proof,
      challenge: {
        ...proof.challenge,
        parameters: { ...proof.challenge.parameters, expiresAt: 9_999_999_999 },
      },
    };
    expect((await send(forged)).json()).toEqual({ code: 'no-proof' });
    const other = await aCitizen(world);
    expect((await post(world, '/public/reports', { ...other.report.submission, proof })).json().code).toBe(
      'accepted',
    );
    expect((await send(proof)).json()).toEqual({ code: 'spent-challenge' });
    const late = await solvedProof(world);
    world.advance(21 * 60_000);
    expect((await send(late)).json()).toEqual({ code: 'no-proof' });
    expect(await reportsInDatabase(report.submission.id)).toBe(0);
  });

  it('asks to seal again when the centre has changed its key, and the dialogue stays the same', async () => {
    const { report } = await aCitizen(world);
    const stale = await post(world, '/public/reports', {
      ...report.submission,
      epoch: 7,
      proof: await solvedProof(world),
    });
    expect([stale.statusCode, stale.json()]).toEqual([409, { code: 'stale-key' }]);
    const key = (await world.http.inject('/public/centres/TH-50/key')).json();
    const again = await report.readdress(key);
    expect(again.message).toBe(report.submission.message);
    const answer = await post(world, '/public/reports', { ...again, proof: await solvedProof(world) });
    expect(answer.json().code).toBe('accepted');
  });

  it.each([
    ['a closed or unknown centre', { unitCode: 'TH-99' }, 410, 'unit-closed'],
    ['an unknown topic', { topic: 'GOSSIP' }, 400, 'unknown-topic'],
    [
      'a file that was never uploaded',
      { attachments: ['00000000-0000-4000-8000-000000000000'] },
      409,
      'missing-attachment',
    ],
    ['plain text where sealed bytes belong', { message: 'A'.repeat(2000) }, 400, 'malformed'],
    ['an unknown field', { reporterName: 'x' }, 400, 'malformed'],
  ])('refuses %s and leaves nothing behind', async (_what, change, status, code) => {
    const { report } = await aCitizen(world);
    const answer = await post(world, '/public/reports', {
      ...report.submission,
      ...change,
      proof: await solvedProof(world),
    });
    expect([answer.statusCode, answer.json()]).toEqual([status, { code }]);
    expect(await reportsInDatabase(report.submission.id)).toBe(0);
  });
});

describe('files of a report', () => {
  const photo = async () =>
    readyFile(
      {
        id: randomUUID(),
        name: 'ใบเสร็จ.pdf',
        mediaType: 'application/pdf',
        bytes: new Uint8Array(5000).fill(7),
      },
      true,
    );

  it('arrive sealed before the report that names them', async () => {
    const { report } = await aCitizen(world, { files: [await photo()] });
    const [upload] = report.uploads;
    const proof = await solvedProof(world);
    expect((await putFile(world, upload!.attachment.id, upload!.sealed, proof)).json().code).toBe('accepted');
    expect((await putFile(world, upload!.attachment.id, upload!.sealed, proof)).json().code).toBe('repeated');
    const answer = await post(world, '/public/reports', { ...report.submission, proof });
    expect(answer.json().code).toBe('accepted');
    const row = await world.db.owner
      .selectFrom('cases.attachment')
      .selectAll()
      .where('id', '=', upload!.attachment.id)
      .executeTakeFirstOrThrow();
    expect(row.case_id).toBe(report.submission.id);
    expect(row.sha256.toString('hex')).toBe(upload!.attachment.ciphertextSha256);
  });

  it('are never written over, and need a proof of work', async () => {
    const { report } = await aCitizen(world, { files: [await photo()] });
    const { attachment, sealed } = report.uploads[0]!;
    expect((await putFile(world, attachment.id, sealed)).json()).toEqual({ code: 'no-proof' });
    const proof = await solvedProof(world);
    await putFile(world, attachment.id, sealed, proof);
    const other = await putFile(world, attachment.id, new Uint8Array(3000), proof);
    expect([other.statusCode, other.json()]).toEqual([409, { code: 'conflict' }]);
  });

  it('above the limit are refused and leave nothing in the store', async () => {
    const id = randomUUID();
    const answer = await putFile(world, id, new Uint8Array(12 * 1024 * 1024), await solvedProof(world));
    expect([answer.statusCode, answer.json()]).toEqual([413, { code: 'too-large' }]);
    expect(await world.ground.files.read(id)).toBeUndefined();
  });

  it('that cannot be climbed out of the store with are asked for by identifier only', async () => {
    const answer = await putFile(
      world,
      '..%2f..%2fetc%2fpasswd',
      new Uint8Array(10),
      await solvedProof(world),
    );
    expect(answer.statusCode).toBe(400);
  });
});
