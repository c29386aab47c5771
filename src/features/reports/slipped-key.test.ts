/** Whoever may edit rows slips a key or a message of her own into a report: its reporter neither writes for it nor believes it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url, sha256Hex, toBase64Url } from '#platform/sealing/bytes.ts';
import { sealGrant } from '#platform/sealing/grant.ts';
import { generateIdentity, type Recipient, recipientOf } from '#platform/sealing/identity.ts';
import { generateSigningKey, rawPublicKey } from '#platform/sealing/signature.ts';
import { openDialogue } from './open-dialogue.ts';
import { reporterIn } from './testing/reporter.ts';
import { type Citizen, createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
const { filed, comeBack, opened, say } = reporterIn(() => world);

describe('a key that somebody slips in', () => {
  async function slipIn(citizen: Citizen, version: number) {
    const { id, recipient } = citizen.report.submission;
    const identity = generateIdentity();
    const sealed = Buffer.from(
      await sealGrant({ caseId: id, kind: 'dialogue', version, identity }, [recipient as Recipient]),
    );
    const made = await recipientOf(identity);
    await sql`insert into cases.case_key (case_id, kind, version, recipient, created_at)
      values (${id}, 'dialogue', ${version}, ${made}, now())
      on conflict (case_id, kind, version) do update set recipient = excluded.recipient`.execute(
      world.db.owner,
    );
    await sql`delete from cases.key_grant where case_id = ${id} and version = ${version} and grantee = 'reporter'`.execute(
      world.db.owner,
    );
    await sql`insert into cases.key_grant (id, case_id, kind, version, grantee, sealed, granted_at)
      values (${randomUUID()}, ${id}, 'dialogue', ${version}, 'reporter', ${sealed}, now())`.execute(
      world.db.owner,
    );
  }

  it.each([1, 2])('is not what the reporter’s next message is sealed for (version %i)', async (version) => {
    const citizen = await filed();
    const back = await comeBack(citizen);
    expect((await opened(back)).dialogue.next.isBelieved).toBe(true);
    await slipIn(citizen, version);
    const { next } = (await opened(back)).dialogue;
    expect(next.isBelieved).toBe(false);
    await expect(say(back, { next })).rejects.toMatchObject({ code: 'wrong-grant' });
  });

  it('does not let the server speak as the reporter by another signing key', async () => {
    const citizen = await filed();
    const back = await comeBack(citizen);
    const other = await generateSigningKey();
    const { dialogue } = await opened(back);
    const { message } = (
      await say({ ...back, keys: { ...back.keys, signingKey: other } }, { next: dialogue.next })
    ).request;
    await sql`insert into cases.message (id, case_id, kind, key_version, sequence, previous_hash, hash, author, sealed, sent_at)
      values (${randomUUID()}, ${back.reportId}, 'dialogue', 1, 2, ${Buffer.from(dialogue.next.previousHash, 'hex')},
        ${Buffer.from(await sha256Hex(fromBase64Url(message)), 'hex')}, 'reporter', ${Buffer.from(message, 'base64url')}, now())`.execute(
      world.db.owner,
    );
    const { report } = await opened(back);
    const forged = report.messages.map((one) => ({
      ...one,
      signingKey: one.sequence === 2 ? toBase64Url(rawPublicKey(other.publicKey)) : one.signingKey,
    }));
    const read = await openDialogue(back.reportId, { ...report, messages: forged }, back.keys);
    expect(read.messages).toMatchObject([{ ok: true }, { ok: false, problem: 'unknown-author' }]);
  });
});
