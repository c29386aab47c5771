/** The connection breaks at any byte; sending again makes one whole report. */
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyFile } from './seal-report.ts';
import { aCitizen, createWorld, post, putFile, solvedProof, type World } from './testing/world.ts';

let world: World;
let port: number;
beforeAll(async () => {
  world = await createWorld();
  await world.http.listen({ port: 0, host: '127.0.0.1' });
  port = (world.http.server.address() as { port: number }).port;
});
afterAll(() => world.close());

/** Sends the request up to a share of its bytes, then breaks the connection. */
function sendAndCut(head: string, body: Buffer, share: number): Promise<void> {
  const whole = Buffer.concat([Buffer.from(head), body]);
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(whole.subarray(0, Math.floor(whole.length * share)), () => {
        setTimeout(() => socket.destroy(), 30);
      });
    });
    socket.on('close', () => setTimeout(done, 50));
    socket.on('error', fail);
  });
}

const head = (method: string, url: string, length: number, more: string) =>
  `${method} ${url} HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n${more}\r\n\r\n`;

const names = () =>
  readdirSync(world.filesDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'ledger-last-checkpoint')
    .map((entry) => entry.name);
const isWhole = (name: string) => /^[0-9a-f-]{36}$/.test(name);
const filesStored = () => names().filter(isWhole).length;
/** A moment after the cut, whatever was begun is cleared away. */
const nothingHalf = () =>
  expect.poll(() => names().filter((name) => !isWhole(name)), { timeout: 10_000 }).toEqual([]);

describe('a cut connection', () => {
  it.each([0.001, 0.3, 0.99, 1])(
    'after %s of the report leaves one report once it is sent again',
    async (share) => {
      const { report } = await aCitizen(world);
      const sending = { ...report.submission, proof: await solvedProof(world) };
      const body = Buffer.from(JSON.stringify(sending));
      await sendAndCut(
        head('POST', '/public/reports', body.length, 'content-type: application/json'),
        body,
        share,
      );
      const answer = await post(world, '/public/reports', sending);
      expect(['accepted', 'repeated']).toContain(answer.json().code);
      const stored = await world.db.owner
        .selectFrom('cases.message')
        .select('id')
        .where('case_id', '=', report.submission.id)
        .execute();
      expect(stored).toHaveLength(1);
    },
  );

  it.each([0.01, 0.5, 0.999])(
    'after %s of a file leaves nothing behind, and the file comes whole',
    async (share) => {
      const bytes = crypto.getRandomValues(new Uint8Array(60_000));
      const file = await readyFile({ id: randomUUID(), name: 'a.bin', mediaType: '', bytes }, true);
      const { report } = await aCitizen(world, { files: [file] });
      const { attachment, sealed } = report.uploads[0]!;
      const proof = await solvedProof(world);
      const header = Buffer.from(JSON.stringify(proof)).toString('base64url');
      const before = filesStored();
      await sendAndCut(
        head(
          'PUT',
          `/public/uploads/${attachment.id}`,
          sealed.length,
          `content-type: application/octet-stream\r\nx-proof-of-work: ${header}`,
        ),
        Buffer.from(sealed),
        share,
      );
      await nothingHalf();
      expect(filesStored()).toBe(before);
      expect((await putFile(world, attachment.id, sealed, proof)).json().code).toBe('accepted');
      expect((await post(world, '/public/reports', { ...report.submission, proof })).json().code).toBe(
        'accepted',
      );
    },
  );
});
