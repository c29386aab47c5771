/** Seats through the pages: a centre names, its head approves, the organiser oversees, the participant answers. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, anOfficer, send, type TestOfficer } from '#features/network/testing/office.ts';
import { readSheet, writeXlsx } from '#platform/spreadsheet/index.ts';
import { postFile, postForm } from './testing/pages.ts';
import { createSeatWorld, type SeatWorld } from './testing/world.ts';

let world: SeatWorld;
beforeAll(async () => {
  world = await createSeatWorld();
});
afterAll(() => world?.stop());

const page = (seminar: string) => `/office/nominations/${seminar}`;
const nominate = (officer: TestOfficer, seminar: string, unit: string, change: Record<string, string> = {}) =>
  postForm(world.server, officer, page(seminar), {
    intent: 'nominate',
    id: randomUUID(),
    unitId: String(world.unit(unit)),
    kind: 'participant',
    prefixTh: 'นาง',
    nameTh: 'สมศรี รักงาน',
    positionTh: 'นิติกร',
    email: `${randomUUID().slice(0, 8)}@province.example`,
    ...change,
  });
const rowsOf = (seminar: string) =>
  world.db.owner
    .selectFrom('seminars.registration')
    .selectAll()
    .where('seminar_id', '=', seminar)
    .orderBy('made_at')
    .execute();

describe('a centre sends people', () => {
  test('an officer names somebody, the head approves by one click, and the seat is theirs', async () => {
    const seminar = await world.aSeminarWith({ seats: 5, quotas: [['TH-50', 2]] });
    const answer = await nominate(world.chiangMai, seminar, 'TH-50');
    expect(answer.headers['location']).toContain('done=nominated');
    const [row] = await rowsOf(seminar);
    const list = await send(world.server, world.chiangMaiHead, '/office/nominations');
    expect(list.body).toContain('รอท่านเห็นชอบ 1 คน');
    const approve = await postForm(world.server, world.chiangMaiHead, page(seminar), {
      unitId: String(world.unit('TH-50')),
      seat: row!.id,
      step: 'approve',
    });
    expect(approve.headers['location']).toContain('done=step');
    expect(await world.stateOf(row!.id)).toBe('confirmed');
    expect((await actsSoFar(world.db)).map(({ act }) => act)).toEqual(
      expect.arrayContaining(['seminars.nominated', 'seminars.seat-approve']),
    );
  });

  test('an officer with an account is named by one click, once, under the name of the account', async () => {
    const seminar = await world.aSeminarWith();
    const { person } = await world.as(world.chiangMai);
    const id = randomUUID();
    for (let times = 0; times < 2; times++)
      await nominate(world.chiangMaiHead, seminar, 'TH-50', { id, personId: person.id, email: '' });
    const again = await nominate(world.chiangMaiHead, seminar, 'TH-50', { email: person.email });
    expect(again.statusCode).toBe(409);
    const rows = await rowsOf(seminar);
    expect(rows.map(({ name_th, email, state }) => [name_th, email, state])).toEqual([
      [person.nameTh, person.email, 'confirmed'],
    ]);
  });

  test('what is named beyond the quota takes a common seat, then waits', async () => {
    const seminar = await world.aSeminarWith({
      seats: 3,
      quotas: [
        ['TH-50', 1],
        ['TH-83', 1],
      ],
    });
    for (const done of ['confirmed', 'confirmed', 'waitlisted']) {
      const answer = await nominate(world.chiangMaiHead, seminar, 'TH-50');
      expect(answer.headers['location']).toContain(`done=${done}`);
    }
  });

  test('a refused form keeps its status and says what to do: no name, after the deadline, another’s centre', async () => {
    const seminar = await world.aSeminarWith();
    expect((await nominate(world.chiangMai, seminar, 'TH-50', { nameTh: '' })).statusCode).toBe(409);
    expect((await nominate(world.chiangMai, seminar, 'TH-83')).statusCode).toBe(403);
    expect((await nominate(world.chiangMai, seminar, 'TH-50', { kind: 'observer' })).statusCode).toBe(409);
    const late = await world.aSeminarWith({ nominateBy: '2020-01-01' });
    const answer = await nominate(world.chiangMai, late, 'TH-50');
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('พ้นกำหนดเสนอชื่อแล้ว');
    const auditor = await anOfficer(world.db, 'TH-50', ['auditor']);
    expect((await nominate(auditor, seminar, 'TH-50')).statusCode).toBe(403);
    expect(await rowsOf(seminar)).toEqual([]);
  });

  test('nobody but the head approves, and a head not herself; another centre finds nothing', async () => {
    const seminar = await world.aSeminarWith();
    const head = await world.as(world.chiangMaiHead);
    await nominate(world.chiangMaiHead, seminar, 'TH-50', { personId: head.person.id, email: '' });
    const [own] = await rowsOf(seminar);
    expect(own!.state).toBe('nominated');
    const approve = (officer: TestOfficer) =>
      postForm(world.server, officer, page(seminar), {
        unitId: String(world.unit('TH-50')),
        seat: own!.id,
        step: 'approve',
      });
    expect((await approve(world.chiangMaiHead)).statusCode).toBe(409);
    expect((await approve(world.chiangMai)).statusCode).toBe(404);
    expect((await approve(world.phuketHead)).statusCode).toBe(404);
    expect(await world.stateOf(own!.id)).toBe('nominated');
  });
});

describe('a list of names', () => {
  const header = ['ศูนย์', 'คำนำหน้า', 'ชื่อ', 'ตำแหน่ง', 'อีเมล'].map((text) => ({ header: text }));

  test('right rows are entered, wrong ones come back beside their mistakes, and mending them finishes the list', async () => {
    const seminar = await world.aSeminarWith({ seats: 50 });
    const bytes = await writeXlsx([
      {
        name: 'names',
        columns: header,
        rows: [
          ['เชียงใหม่', 'นาย', 'หนึ่ง ใจดี', 'นิติกร', 'one@x.example'],
          ['ภูเก็ต', 'นาง', 'สอง ใจดี', '', 'two@x.example'],
          ['เมืองลับแล', 'นาง', 'สาม ใจดี', '', 'three@x.example'],
        ],
      },
    ]);
    const url = `/office/seminars/${seminar}/register/import`;
    for (let times = 0; times < 2; times++) {
      const answer = await postFile(world.server, world.organiser, url, { name: 'names.xlsx', bytes });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('เมืองลับแล');
      expect(answer.body).toContain('ไม่รู้จักศูนย์');
      expect(await rowsOf(seminar)).toHaveLength(2);
    }
    await postForm(world.server, world.organiser, url, {
      intent: 'rows',
      'row.centre': 'TH-50',
      'row.kind': '',
      'row.prefix': 'นาง',
      'row.name': 'สาม ใจดี',
      'row.position': '',
      'row.email': 'three@x.example',
      'row.phone': '',
    });
    expect((await rowsOf(seminar)).map(({ name_th }) => name_th)).toContain('สาม ใจดี');
  });

  test('a file that is none says so, and an officer brings in her own centre’s names only', async () => {
    const seminar = await world.aSeminarWith();
    const url = `/office/nominations/${seminar}/import`;
    const wrong = await postFile(world.server, world.chiangMai, url, {
      name: 'a.xlsx',
      bytes: Buffer.from('PK no workbook'),
    });
    expect(wrong.statusCode).toBe(409);
    const csv = Buffer.from('\ufeffศูนย์,ชื่อ\r\nภูเก็ต,อีกคน หนึ่ง\r\n,คนเรา เอง\r\n');
    const answer = await postFile(world.server, world.chiangMai, url, { name: 'a.csv', bytes: csv });
    expect(answer.body).toContain('ไม่ใช่ศูนย์ที่ท่านเสนอชื่อได้');
    expect((await rowsOf(seminar)).map(({ unit_id }) => unit_id)).toEqual([world.unit('TH-50')]);
  });
});

describe('the organiser', () => {
  test('sets quotas by the grid: only changed cells are written, and free seats go to those who wait', async () => {
    const seminar = await world.aSeminarWith({ seats: 2, quotas: [['TH-83', 2]] });
    const waiting = await world.aNominee(seminar, 'TH-50');
    await world.step(world.chiangMaiHead, waiting.id, 'approve');
    expect(await world.stateOf(waiting.id)).toBe('waitlisted');
    const cell = `${world.unit('TH-83')}.participant`;
    const answer = await postForm(world.server, world.organiser, `/office/seminars/${seminar}/quotas`, {
      [`was.${cell}`]: '2',
      [`q.${cell}`]: '๑',
      [`was.${world.unit('TH-50')}.participant`]: '0',
      [`q.${world.unit('TH-50')}.participant`]: '',
    });
    expect(answer.headers['location']).toContain('saved=1');
    expect(await world.stateOf(waiting.id)).toBe('offered');
    const wrong = await postForm(world.server, world.organiser, `/office/seminars/${seminar}/quotas`, {
      [`was.${cell}`]: '1',
      [`q.${cell}`]: 'สอง',
    });
    expect(wrong.statusCode).toBe(409);
  });

  test('sees the seats by centre and reads why nobody is offered one', async () => {
    const seminar = await world.aSeminarWith({ seats: 2, quotas: [['TH-83', 2]], releaseOn: '2027-06-01' });
    const waiting = await world.aNominee(seminar, 'TH-50');
    await world.step(world.chiangMaiHead, waiting.id, 'approve');
    const overview = await send(world.server, world.organiser, `/office/seminars/${seminar}/seats`);
    expect(overview.statusCode).toBe(200);
    expect(overview.body).toContain('ที่ว่าง 2 ที่สงวนไว้ให้ศูนย์ตามโควตา');
    expect(overview.body).toContain('1 มิถุนายน 2570');
    const english = await world.server.inject({
      url: `/office/seminars/${seminar}/seats`,
      headers: {
        cookie: `prongsai_session=${world.organiser.cookie}; lang=en`,
        'sec-fetch-site': 'same-origin',
      },
    });
    expect(english.body).toContain('2 seats are free but kept for centres');
  });

  test('approves many at once and downloads the register as filtered', async () => {
    const seminar = await world.aSeminarWith({ seats: 1 });
    const two = [await world.aNominee(seminar, 'TH-50'), await world.aNominee(seminar, 'TH-83')];
    const url = `/office/seminars/${seminar}/register`;
    const bulk = await postForm(world.server, world.organiser, url, {
      step: 'approve',
      seat: two.map(({ id }) => id),
    });
    expect(bulk.body).toContain('ทำแล้ว 2 คน (ได้ที่นั่ง 1, สำรอง 1)');
    const file = await send(world.server, world.organiser, `${url}.xlsx?state=waitlisted&lang=th`);
    const sheet = readSheet(file.rawPayload, 'register.xlsx', { maxRows: 50, maxColumns: 30 });
    expect(sheet.ok && sheet.rows.length).toBe(2);
    const paper = await send(world.server, world.organiser, `${url}.pdf?lang=th`);
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('every page and paper of the organiser is closed to everybody else', async () => {
    const seminar = await world.aSeminarWith();
    const one = await world.aNominee(seminar, 'TH-50');
    const base = `/office/seminars/${seminar}`;
    const pages = [
      'seats',
      'quotas',
      'register',
      `register/${one.id}`,
      'register/import',
      'seats/form',
      'seats/settings',
    ];
    const papers = ['register.xlsx', 'register.pdf', 'participants.pdf'];
    for (const path of [...pages, ...papers]) {
      expect((await send(world.server, world.phuketHead, `${base}/${path}`)).statusCode, path).toBe(404);
      expect((await send(world.server, world.organiser, `${base}/${path}`)).statusCode, path).toBe(200);
    }
    for (const path of papers)
      expect((await send(world.server, undefined, `${base}/${path}`)).statusCode).toBe(401);
    for (const [path, fields] of [
      ['quotas', { [`q.${world.unit('TH-83')}.participant`]: '9' }],
      ['seats', {}],
      [
        'seats/settings',
        {
          'kind.code': 'participant',
          'kind.nameTh': 'x',
          'kind.nameEn': 'x',
          'kind.seats': '',
          'kind.open': 'participant',
          offerHours: '1',
          citizenNumberDays: '1',
        },
      ],
      [
        'seats/form',
        {
          id: randomUUID(),
          fields: '[{"code":"a","kind":"text","labelTh":"ก","labelEn":"a","choices":[],"isRequired":false}]',
        },
      ],
    ] as const)
      expect(
        (await postForm(world.server, world.phuketHead, `${base}/${path}`, fields)).statusCode,
        path,
      ).toBe(403);
  });

  test('substitutes and corrects; the register shows both persons', async () => {
    const seminar = await world.aSeminarWith();
    const first = await world.aNominee(seminar, 'TH-50');
    await world.step(world.organiser, first.id, 'approve');
    const url = `/office/seminars/${seminar}/register/${first.id}`;
    const id = randomUUID();
    const person = { prefixTh: 'นาย', nameTh: 'ผู้แทน มาแทน', email: 'instead@x.example' };
    const answer = await postForm(world.server, world.organiser, url, {
      intent: 'substitute',
      id,
      ...person,
    });
    expect(answer.headers['location']).toContain(id);
    await postForm(world.server, world.organiser, `/office/seminars/${seminar}/register/${id}`, {
      intent: 'correct',
      ...person,
      nameTh: 'ผู้แทน มาแล้ว',
    });
    const shown = await send(world.server, world.organiser, `/office/seminars/${seminar}/register/${id}`);
    expect(shown.body).toContain('ผู้แทน มาแล้ว');
    expect(shown.body).toContain('แก้ชื่อหรืออีเมล');
    expect((await send(world.server, world.organiser, url)).body).toContain('มีผู้เข้าร่วมแทนแล้ว');
  });

  test('what the public sees of free seats is what the organiser wants', async () => {
    const seminar = await world.aSeminarWith({ seats: 7, quotas: [['TH-83', 2]] });
    expect(await world.app.seats.remaining(seminar)).toEqual([]);
    await world.db.owner
      .updateTable('seminars.seat_settings')
      .set({ shows_remaining: true })
      .where('seminar_id', '=', seminar)
      .execute();
    expect(await world.app.seats.remaining(seminar)).toMatchObject([{ kind: 'participant', free: 5 }]);
  });
});

describe('the participant', () => {
  test('accepts an offer by a plain form, sees it done, and reading the link alone changes nothing', async () => {
    const seminar = await world.aSeminarWith({ seats: 1 });
    const [first, second] = [
      await world.aNominee(seminar, 'TH-50'),
      await world.aNominee(seminar, 'TH-50'),
    ] as const;
    for (const { id } of [first, second]) await world.step(world.organiser, id, 'approve');
    expect((await world.server.inject(`/seat/${second.token}`)).body).toContain('ลำดับที่ 1 ของรายชื่อสำรอง');
    await postForm(world.server, undefined, `/seat/${first.token}`, { step: 'withdraw' });
    const offer = await world.server.inject(`/en/seat/${second.token}`);
    expect(offer.body).toContain('Take the seat');
    expect(await world.stateOf(second.id)).toBe('offered');
    const taken = await postForm(world.server, undefined, `/en/seat/${second.token}`, { step: 'accept' });
    expect(taken.headers['location']).toBe(`/en/seat/${second.token}?done=accept`);
    expect(await world.stateOf(second.id)).toBe('confirmed');
    expect(world.log()).not.toContain(second.token);
  });

  test('cannot approve or place herself, nor step on another’s seat', async () => {
    const seminar = await world.aSeminarWith();
    const one = await world.aNominee(seminar, 'TH-50');
    for (const step of ['approve', 'place', 'requeue'])
      expect((await postForm(world.server, undefined, `/seat/${one.token}`, { step })).statusCode).toBe(400);
    expect(
      (await postForm(world.server, undefined, `/seat/${one.token}`, { step: 'accept' })).statusCode,
    ).toBe(409);
    expect(
      (
        await postForm(world.server, undefined, `/seat/${randomUUID()}.aaaaaaaaaaaaaaaaaaaaaa`, {
          step: 'withdraw',
        })
      ).statusCode,
    ).toBe(404);
    expect(await world.stateOf(one.id)).toBe('nominated');
  });
});
