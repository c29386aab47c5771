/** Certificates from the order to the page on which anybody checks them, and back by revocation. */
import { createHash, randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { createLocalJWKSet, importJWK, type JWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, send } from '#features/network/testing/office.ts';
import { canonicalJson } from '#platform/sealing/canonical-json.ts';
import { createSeminarWorld, type SeminarWorld } from '../testing/world.ts';
import { createCertificates } from './index.ts';
import { createHeld } from './testing/held.ts';

let world: SeminarWorld;
let held: ReturnType<typeof createHeld>;
beforeAll(async () => {
  world = await createSeminarWorld();
  held = createHeld(world);
});
afterAll(() => world.stop());

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '');

describe('an order', () => {
  test('gives one to each who attended enough, numbered without gaps, and ordering again gives none twice', async () => {
    const seminar = await held.aHeldSeminar(2, 1, 2, 0);
    const order = await held.issue(seminar.id);
    const issued = await held.certificatesOf(seminar.id);
    expect(issued.map(({ registration_id: id }) => id).sort()).toEqual(
      [seminar.seats[0]!.id, seminar.seats[2]!.id].sort(),
    );
    const numbers = issued.map(({ number }) => number);
    expect(numbers[1]! - numbers[0]!).toBe(1);
    expect(issued[0]).toMatchObject({ year: 2569, kind: 'attendee' });
    // The same order again, the work done again, and another order: all add nothing.
    await world.app.certificates.order(await world.as(world.head), order);
    await world.app.certificates.issue(order.id);
    await held.issue(seminar.id);
    expect(await held.certificatesOf(seminar.id)).toHaveLength(2);
    const acts = (await actsSoFar(world.db)).filter(({ act }) => act === 'seminars.certificate-issued');
    expect(acts.map((entry) => (entry['facts'] as { hash: string }).hash)).toEqual(
      issued.map(({ hash }) => hash.toString('hex')),
    );
  });

  test('worked off by two at once gives each person one', async () => {
    const seminar = await held.aHeldSeminar(2, 2, 2);
    const orders = [held.anOrder(seminar.id), held.anOrder(seminar.id)];
    for (const order of orders) await world.app.certificates.order(await world.as(world.head), order);
    await Promise.all(orders.map(({ id }) => world.app.certificates.issue(id)));
    const issued = await held.certificatesOf(seminar.id);
    expect(issued).toHaveLength(3);
    expect(issued.at(-1)!.number - issued[0]!.number).toBe(2);
  });

  test('broken off before its file was kept goes on where it stopped', async () => {
    const seminar = await held.aHeldSeminar(2, 2);
    const order = held.anOrder(seminar.id);
    await world.app.certificates.order(await world.as(world.head), order);
    const files = { ...world.ground.files, put: () => Promise.reject(new Error('the disk is full')) };
    const onFullDisk = createCertificates({ ...world.ground, files }, world.app.network, {
      testResults: async () => undefined,
    });
    await expect(onFullDisk.issue(order.id)).rejects.toThrow('the disk is full');
    const before = await held.certificatesOf(seminar.id);
    await world.app.certificates.issue(order.id);
    expect((await held.certificatesOf(seminar.id)).map(({ code }) => code)).toEqual(
      before.map(({ code }) => code),
    );
    const view = await world.app.certificates.view(await world.as(world.organiser), seminar.id, 'th');
    expect(view!.batches).toMatchObject([{ id: order.id, state: 'done', total: 2, issued: 2 }]);
  });

  test('holds those back who have not passed the test, where the seminar has one', async () => {
    const seminar = await held.aHeldSeminar(2, 2, 2);
    const [passed, failed] = seminar.seats;
    const withTest = createCertificates(world.ground, world.app.network, {
      testResults: async () =>
        new Map([
          [passed!.id, 60],
          [failed!.id, 59],
        ]),
    });
    const view = await withTest.view(await world.as(world.organiser), seminar.id, 'th');
    expect(view!.counts).toEqual({ complete: 1, 'attendance-short': 0, 'test-missing': 1, 'test-short': 1 });
    const order = held.anOrder(seminar.id);
    await withTest.order(await world.as(world.head), order);
    await withTest.issue(order.id);
    expect(await held.certificatesOf(seminar.id)).toMatchObject([{ registration_id: passed!.id }]);
  });

  test('asks for the rule of the seminar', async () => {
    const seminar = await held.aHeldSeminar(1, 2);
    await world.app.attendance.setRule(await world.as(world.organiser), {
      seminarId: seminar.id,
      by: 'half-day',
      attendancePercent: 50,
      postTestPercent: 60,
    });
    const view = await world.app.certificates.view(await world.as(world.organiser), seminar.id, 'th');
    expect(view).toMatchObject({ toIssue: 2, hasTest: false, rule: { isOwn: true, attendancePercent: 50 } });
  });

  test('waits for the last day, wants a signer, and a date that is not before the seminar', async () => {
    const head = await world.as(world.head);
    const later = await world.aSeminar({ startsOn: '2099-06-20' });
    const order = (seminar: string, change = {}) =>
      world.app.certificates.order(head, held.anOrder(seminar, change));
    expect(await order(later)).toMatchObject({ code: 'not-over' });
    const { id } = await held.aHeldSeminar(2);
    expect(await order(id, { signerName: ' ' })).toMatchObject({ code: 'signer-missing' });
    expect(await order(id, { dated: '2026-06-19' })).toMatchObject({ code: 'date-wrong' });
    expect(await order(id, { dated: '31/2/2569' })).toMatchObject({ code: 'date-wrong' });
    expect(await order(id, { kind: 'speaker' })).toMatchObject({ code: 'nobody-chosen' });
  });

  test('for speakers and organisers goes to those chosen', async () => {
    const { id } = await held.aHeldSeminar(2);
    const speaker = randomUUID();
    const slot = await world.db.owner
      .selectFrom('seminars.slot')
      .select('id')
      .where('seminar_id', '=', id)
      .executeTakeFirstOrThrow();
    await world.db.owner
      .insertInto('seminars.speaker')
      .values({ id: speaker, seminar_id: id, name_th: 'ศาสตราจารย์วิชา เที่ยงธรรม', affiliation: 'state' })
      .execute();
    await world.db.owner
      .insertInto('seminars.slot_speaker')
      .values({ slot_id: slot.id, speaker_id: speaker, seminar_id: id, role: 'speaker', during: 'empty' })
      .execute();
    await held.issue(id, { kind: 'speaker', chosen: [speaker] });
    await held.issue(id, { kind: 'organiser', chosen: [world.organiser.id] });
    const issued = await held.certificatesOf(id);
    expect(issued.map(({ kind, speaker_id, person_id }) => [kind, speaker_id ?? person_id])).toEqual([
      ['speaker', speaker],
      ['organiser', world.organiser.id],
    ]);
  });
});

describe('whoever checks', () => {
  test('sees every printed field, without script, found by no search engine', async () => {
    const { id, seats } = await held.aHeldSeminar(2);
    await held.issue(id);
    const [certificate] = await held.certificatesOf(id);
    const snapshot = certificate!.snapshot as Record<string, string | number | null>;
    const answer = await world.server.inject(`/certificates/${certificate!.code.toLowerCase()}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['x-robots-tag']).toBe('noindex');
    expect(answer.body).not.toContain('<script');
    const seen = plain(answer.body);
    for (const field of [
      'number',
      'holder',
      'holderLine',
      'seminarTh',
      'hours',
      'placeTh',
      'issuerTh',
      'signerName',
      'signerPosition',
    ])
      expect([field, seen.includes(String(snapshot[field]))]).toEqual([field, true]);
    expect(seen).toContain('20 มิถุนายน 2569');
    expect(seen).toContain('25 มิถุนายน 2569');
    // Nothing else of the person.
    expect(answer.body).not.toMatch(/province\.example/);
    expect(answer.body).not.toContain(seats[0]!.id);
    const english = await world.server.inject(`/en/certificates/${certificate!.code}`);
    expect(plain(english.body)).toContain('This certificate is valid');
  });

  test('is told of a code that was never given, and of one typed wrongly', async () => {
    expect((await world.server.inject('/certificates/0000000000000000')).statusCode).toBe(404);
    expect((await world.server.inject('/certificates?code=abc')).body).toContain('รหัสไม่ครบ');
    const found = await world.server.inject('/certificates?code=o0o0-0000-0000-0000');
    expect(found.headers['location']).toBe('/certificates/0000000000000000');
  });

  test('finds by machine the same fields, whose hash is that of the ledger', async () => {
    const { id } = await held.aHeldSeminar(2);
    await held.issue(id);
    const [certificate] = await held.certificatesOf(id);
    const record = (await world.server.inject(`/certificates/${certificate!.code}/record.json`)).json();
    expect(record).toMatchObject({ state: 'valid', printed: certificate!.snapshot });
    expect(createHash('sha256').update(canonicalJson(record.printed)).digest('hex')).toBe(record.sha256);
  });

  test('verifies the credential with nothing but the DID document, and a changed one not', async () => {
    const { id } = await held.aHeldSeminar(2);
    await held.issue(id);
    const [certificate] = await held.certificatesOf(id);
    const jwt = (await world.server.inject(`/certificates/${certificate!.code}/credential.jwt`)).body;
    const did = (await world.server.inject('/.well-known/did.json')).json() as {
      id: string;
      assertionMethod: string[];
      verificationMethod: { id: string; publicKeyJwk: JWK }[];
    };
    const { payload, protectedHeader } = await jwtVerify(
      jwt,
      async ({ kid }) => {
        expect(did.assertionMethod).toContain(kid);
        return importJWK(did.verificationMethod.find((method) => method.id === kid)!.publicKeyJwk, 'EdDSA');
      },
      { issuer: did.id },
    );
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'vc+jwt' });
    expect(payload).toMatchObject({
      iss: 'did:web:localhost',
      jti: `http://localhost/certificates/${certificate!.code}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      credentialSubject: {
        identifier: [{ identityHash: (certificate!.snapshot as { holder: string }).holder }],
      },
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    });
    expect(JSON.stringify(payload)).not.toMatch(/example/);
    const [head, body, signature] = jwt.split('.');
    const forged = Buffer.from(body!, 'base64url').toString().replace('ผู้เข้าร่วม', 'ผู้ปลอมแปลง');
    const keys = createLocalJWKSet({
      keys: did.verificationMethod.map(({ publicKeyJwk }) => ({ ...publicKeyJwk, kid: undefined })),
    });
    await expect(
      jwtVerify(`${head}.${Buffer.from(forged).toString('base64url')}.${signature}`, keys),
    ).rejects.toThrow();
  });
});

describe('revocation', () => {
  const bitOf = async (jwt: string) => {
    const { credentialStatus } = JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString());
    const { pathname } = new URL(credentialStatus.statusListCredential);
    const answer = await world.server.inject(pathname);
    const did = (await world.server.inject('/.well-known/did.json')).json();
    const { payload } = await jwtVerify(
      answer.body,
      await importJWK(did.verificationMethod[0].publicKeyJwk, 'EdDSA'),
    );
    const { encodedList } = payload['credentialSubject'] as { encodedList: string };
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
    const place = Number(credentialStatus.statusListIndex);
    return (bits[place >> 3]! >> (7 - (place & 7))) & 1;
  };

  test('flips its bit and no other, shows day and kind to everybody, and lets a right one be issued', async () => {
    const { id, seats } = await held.aHeldSeminar(2, 2);
    await held.issue(id);
    const [first, second] = await held.certificatesOf(id);
    expect([await bitOf(first!.credential), await bitOf(second!.credential)]).toEqual([0, 0]);
    const head = await world.as(world.head);
    const revocation = { id: first!.id, kind: 'wrong-data', reason: 'สะกดชื่อผิด' };
    expect(await world.app.certificates.revoke(head, { ...revocation, reason: '' })).toMatchObject({
      code: 'reason-missing',
    });
    expect(await world.app.certificates.revoke(head, revocation)).toMatchObject({ ok: true });
    expect(await world.app.certificates.revoke(head, { ...revocation, kind: 'conduct' })).toMatchObject({
      ok: true,
    });
    expect([await bitOf(first!.credential), await bitOf(second!.credential)]).toEqual([1, 0]);
    const page = plain((await world.server.inject(`/certificates/${first!.code}`)).body);
    expect(page).toContain('ถูกเพิกถอนแล้ว');
    expect(page).toContain('ข้อมูลไม่ถูกต้อง');
    expect(page).not.toContain('สะกดชื่อผิด');
    const record = (await world.server.inject(`/certificates/${first!.code}/record.json`)).json();
    expect(record).toMatchObject({ state: 'revoked', revokedFor: 'wrong-data' });
    expect(
      (await actsSoFar(world.db)).filter(({ act }) => act === 'seminars.certificate-revoked'),
    ).toHaveLength(1);
    await held.issue(id);
    const now = await held.certificatesOf(id);
    expect(now.filter(({ registration_id: seat }) => seat === first!.registration_id)).toHaveLength(2);
    expect(now).toHaveLength(seats.length + 1);
  });
});

describe('the participant', () => {
  test('finds paper and credential from her own seat, and nobody else’s', async () => {
    const { id, seats } = await held.aHeldSeminar(2, 2);
    await held.issue(id);
    const issued = await held.certificatesOf(id);
    const own = issued.find(({ registration_id: seat }) => seat === seats[0]!.id)!;
    const other = issued.find(({ registration_id: seat }) => seat === seats[1]!.id)!;
    const seat = `/seat/${seats[0]!.token}`;
    expect((await world.server.inject(seat)).body).toContain(`${seat}/certificates`);
    const page = await world.server.inject(`${seat}/certificates`);
    expect(page.body).toContain(own.code);
    expect(page.body).not.toContain(other.code);
    const paper = await world.server.inject(`${seat}/certificates/${own.id}/certificate.pdf`);
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await world.server.inject(`${seat}/certificates/${other.id}/certificate.pdf`)).statusCode).toBe(
      404,
    );
    expect((await world.server.inject(`/seat/x/certificates/${own.id}/certificate.pdf`)).statusCode).toBe(
      404,
    );
  });
});

describe('printing', () => {
  test('gives all of an order as one file, to the organisers alone', async () => {
    const { id } = await held.aHeldSeminar(2, 2);
    const { id: batch } = await held.issue(id);
    const path = `/office/certificates/batches/${batch}/certificates.pdf`;
    const file = await send(world.server, world.organiser, path);
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect((await send(world.server, world.chiangMaiHead, path)).statusCode).toBe(404);
    expect((await send(world.server, undefined, path)).statusCode).toBe(401);
  });
});
