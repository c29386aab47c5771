import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealForAbove, sealNote, sealReply, sealRestriction } from './browser/compose.ts';
import { readChannel } from './browser/read-messages.ts';
import { type Office, type Officer, openOffice } from './testing/office.ts';

let office: Office;
let somsri: Officer;
let boonmee: Officer;
let head: Officer;

beforeAll(async () => {
  office = await openOffice();
  somsri = await office.officer('TH-50', 'case-officer');
  boonmee = await office.officer('TH-50', 'case-officer');
  head = await office.officer('TH-50', 'head');
});
afterAll(() => office.close());

const id = () => randomUUID();
const ok = { ok: true, repeated: false, revision: expect.any(Number) };

async function moveTo(officer: Officer, caseId: string, ...stages: string[]) {
  for (const to of stages) {
    const desk = await office.desk(officer, caseId);
    const note = await sealNote(desk, `เหตุผลของขั้น ${to}`);
    const answer = await office.act(officer, caseId, {
      act: 'change-stage',
      id: id(),
      revision: desk.revision,
      to,
      note,
    });
    expect(answer, to).toEqual(ok);
  }
}

async function dueOf(caseId: string) {
  const { rows } = await sql<{
    due: string;
  }>`select due_on::text as due from cases."case" where id = ${caseId}`.execute(office.db.owner);
  return rows[0]!.due;
}

test('a report is read, answered, worked through its stages and closed by two persons', async () => {
  const report = await office.report('TH-50');
  expect(await dueOf(report.id)).toBe('2026-11-24');

  const opened = await office.view(somsri, report.id);
  expect(opened.header).toMatchObject({ stage: 'RECEIVED', unit: { code: 'TH-50' }, restriction: 'none' });
  const desk = await office.desk(somsri, report.id);
  const [story] = await readChannel(report.id, 'dialogue', desk.matter, opened.people, desk.keys);
  expect(story).toMatchObject({ problem: undefined, body: { happened: expect.stringContaining('ร้อยละสิบ') } });

  await moveTo(somsri, report.id, 'SCREENING');
  expect(await dueOf(report.id)).toBe('2026-12-08');
  const message = await sealReply(await office.desk(somsri, report.id), 'ได้รับเรื่องแล้ว ขอทราบเลขที่สัญญา');
  expect(
    await office.act(somsri, report.id, { act: 'reply', id: id(), message, attachments: [], asks: true }),
  ).toEqual(ok);
  const answered = await office.view(boonmee, report.id);
  expect(answered.header).toMatchObject({ awaiting: 'reporter', dueOn: undefined });
  const again = await office.desk(boonmee, report.id);
  const dialogue = await readChannel(report.id, 'dialogue', again.matter, answered.people, again.keys);
  expect(dialogue.map((one) => [one.message.author, one.problem])).toEqual([
    ['reporter', undefined],
    ['officer', undefined],
  ]);

  const assign = {
    act: 'assign',
    id: id(),
    revision: again.revision,
    personId: boonmee.signedIn.person.id,
    impartial: true,
  };
  expect(await office.act(somsri, report.id, assign)).toEqual(ok);
  expect(await dueOf(report.id)).toBe('2026-12-23');

  await moveTo(boonmee, report.id, 'ACCEPTED', 'FACT_FINDING', 'DECISION');
  expect(await dueOf(report.id)).toBe('infinity');

  const before = await office.desk(boonmee, report.id);
  const closingId = id();
  const proposal = {
    act: 'propose-closing',
    id: closingId,
    revision: before.revision,
    outcome: 'PLAIN_DISCIPLINE',
    note: await sealNote(before, 'มีมูลความผิดวินัยไม่ร้ายแรง ตามสัญญาเลขที่ …'),
  };
  expect(await office.act(boonmee, report.id, proposal)).toEqual(ok);
  const waiting = await office.view(boonmee, report.id);
  const decide = (decision: string, revision = waiting.header.revision) => ({
    act: 'decide-closing',
    id: id(),
    revision,
    closingId,
    decision,
  });
  expect(await office.act(boonmee, report.id, decide('approved'))).toEqual({
    ok: false,
    code: 'second-person',
  });
  expect(await office.act(head, report.id, decide('approved'))).toEqual(ok);
  const closed = await office.view(somsri, report.id);
  expect(closed.header).toMatchObject({ stage: 'CLOSED', outcome: { code: 'PLAIN_DISCIPLINE' } });
  expect(closed.events.map((event) => event.act)).toEqual([
    'case.received',
    'case.opened',
    'case.stage-changed',
    'message.sent',
    'case.opened',
    'case.assigned',
    'case.stage-changed',
    'case.stage-changed',
    'case.stage-changed',
    'closing.proposed',
    'closing.approved',
  ]);
});

test('an act sent again after a lost answer is done once', async () => {
  const report = await office.report('TH-50');
  const desk = await office.desk(somsri, report.id);
  const reply = {
    act: 'reply',
    id: id(),
    message: await sealReply(desk, 'ได้รับเรื่องแล้ว'),
    attachments: [],
    asks: false,
  };
  expect(await office.act(somsri, report.id, reply)).toEqual(ok);
  expect(await office.act(somsri, report.id, reply)).toMatchObject({ ok: true, repeated: true });
  expect((await office.desk(somsri, report.id)).matter.messages).toHaveLength(2);
});

test('two officers who write at the same moment: one is told to look again, nothing is overwritten', async () => {
  const report = await office.report('TH-50');
  const [mine, hers] = [await office.desk(somsri, report.id), await office.desk(boonmee, report.id)];
  const note = async (desk: typeof mine, text: string) => ({
    act: 'note',
    id: id(),
    note: await sealNote(desk, text),
  });
  const answers = await Promise.all([
    office.act(somsri, report.id, await note(mine, 'หนึ่ง')),
    office.act(boonmee, report.id, await note(hers, 'สอง')),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).toSorted()).toEqual(['ok', 'stale-key']);
  const late = await office.act(somsri, report.id, {
    act: 'change-stage',
    id: id(),
    revision: mine.revision,
    to: 'SCREENING',
  });
  expect(late).toEqual({ ok: false, code: 'changed' });
});

test('a returned closing leaves the case where it was, and it can be proposed again', async () => {
  const report = await office.report('TH-50');
  await moveTo(somsri, report.id, 'SCREENING');
  for (const round of [1, 2]) {
    const desk = await office.desk(somsri, report.id);
    const closingId = id();
    const note = await sealNote(desk, `ข้อมูลไม่พอ ครั้งที่ ${round}`);
    const proposed = {
      act: 'propose-closing',
      id: closingId,
      revision: desk.revision,
      outcome: 'INSUFFICIENT',
      note,
    };
    expect(await office.act(somsri, report.id, proposed)).toEqual(ok);
    const { header } = await office.view(head, report.id);
    const returned = {
      act: 'decide-closing',
      id: id(),
      revision: header.revision,
      closingId,
      decision: 'returned',
      returnCode: 'FACT_UNCLEAR',
    };
    expect(await office.act(head, report.id, returned)).toEqual(ok);
    expect((await office.view(head, report.id)).header.stage).toBe('SCREENING');
  }
});

test('a case is merged into another open case of the centre, and into nothing else', async () => {
  const [first, second, elsewhere] = [
    await office.report('TH-50'),
    await office.report('TH-50'),
    await office.report('TH-57'),
  ];
  await moveTo(somsri, second.id, 'SCREENING');
  const propose = async (mergeInto: string | undefined) => {
    const desk = await office.desk(somsri, second.id);
    const note = await sealNote(desk, 'เรื่องเดียวกัน');
    return office.act(somsri, second.id, {
      act: 'propose-closing',
      id: id(),
      revision: desk.revision,
      outcome: 'MERGED',
      mergeInto,
      note,
    });
  };
  expect(await propose(elsewhere.number)).toEqual({ ok: false, code: 'unknown-target' });
  expect(await propose(second.number)).toEqual({ ok: false, code: 'unknown-target' });
  expect(await propose(undefined)).toEqual({ ok: false, code: 'needs-target' });
  expect(await propose(first.number)).toEqual(ok);
  const { header, matter } = await office.view(head, second.id);
  const approve = {
    act: 'decide-closing',
    id: id(),
    revision: header.revision,
    closingId: matter!.closing!.id,
    decision: 'approved',
  };
  expect(await office.act(head, second.id, approve)).toEqual(ok);
  expect((await office.view(head, second.id)).header.stage).toBe('MERGED');
});

test('a restricted case is opened by the persons named with new keys, and the accused officer is left with nothing', async () => {
  const report = await office.report('TH-50');
  await moveTo(somsri, report.id, 'SCREENING');
  const desk = await office.desk(somsri, report.id);
  const named = [somsri.signedIn.person.id, head.signedIn.person.id];
  const sealed = await sealRestriction(desk, named);
  const act = { act: 'restrict', id: id(), revision: desk.revision, ...sealed };

  const slipped = {
    ...act,
    id: id(),
    grants: [...sealed.grants, { ...sealed.grants[0]!, personId: boonmee.signedIn.person.id }],
  };
  expect(await office.act(somsri, report.id, slipped)).toEqual({ ok: false, code: 'wrong-grants' });
  const alone = { ...act, id: id(), persons: [named[0]] };
  expect(await office.act(somsri, report.id, alone)).toEqual({ ok: false, code: 'needs-two' });
  expect(await office.act(somsri, report.id, act)).toEqual(ok);

  expect(await office.cases.view(boonmee.signedIn, report.id)).toBeUndefined();
  const forHead = await office.desk(head, report.id);
  const view = await office.view(head, report.id);
  expect(forHead.keys.size).toBe(4);
  const message = await sealReply(forHead, 'ตอบด้วยกุญแจใหม่');
  expect(message.keyVersion).toBe(2);
  expect(
    await office.act(head, report.id, { act: 'reply', id: id(), message, attachments: [], asks: false }),
  ).toEqual(ok);
  const read = await readChannel(report.id, 'internal', forHead.matter, view.people, forHead.keys);
  expect(read.map((one) => one.problem)).toEqual([undefined]);
  const { rows } = await sql<{ grantee: string; count: number }>`
    select grantee, count(*)::int as count from cases.key_grant where case_id = ${report.id} group by 1 order by 1`.execute(
    office.db.owner,
  );
  expect(rows).toEqual([
    { grantee: 'person', count: 8 },
    { grantee: 'reporter', count: 2 },
  ]);
});

test('a case handed to the centre above is read there, and the centre that gave it sees it no more', async () => {
  const ministry = await office.officer('MOI', 'case-officer');
  const report = await office.report('TH-50');
  await moveTo(somsri, report.id, 'SCREENING');
  const above = await office.view(ministry, report.id);
  expect(above.matter).toBeUndefined();

  const desk = await office.desk(somsri, report.id);
  const act = { act: 'hand-up', id: id(), revision: desk.revision, grants: await sealForAbove(desk) };
  expect(await office.act(somsri, report.id, { ...act, id: id(), grants: act.grants.slice(1) })).toEqual({
    ok: false,
    code: 'wrong-grants',
  });
  expect(await office.act(somsri, report.id, act)).toEqual(ok);
  expect(await office.cases.view(somsri.signedIn, report.id)).toBeUndefined();
  const view = await office.view(ministry, report.id);
  const taken = await office.desk(ministry, report.id);
  const [story] = await readChannel(report.id, 'dialogue', taken.matter, view.people, taken.keys);
  expect(story!.problem).toBeUndefined();
  expect(view.header.unit.code).toBe('MOI');
});

test('reading sealed matter is noted once a person, case and hour', async () => {
  const report = await office.report('TH-50');
  const count = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ledger.outbox where entry like '%"case.opened"%' and entry like ${`%${report.id}%`}`.execute(
      office.db.owner,
    );
    return rows[0]!.count;
  };
  await office.view(somsri, report.id);
  await office.view(somsri, report.id);
  expect(await count()).toBe(1);
  await office.view(boonmee, report.id);
  expect(await count()).toBe(2);
  office.advance(0.05);
  await office.view(somsri, report.id);
  expect(await count()).toBe(3);
});

test('a message exchanged, left out or signed by another is marked, and those behind it still read', async () => {
  const report = await office.report('TH-50');
  for (const text of ['หนึ่ง', 'สอง', 'สาม']) {
    const message = await sealReply(await office.desk(somsri, report.id), text);
    await office.act(somsri, report.id, { act: 'reply', id: id(), message, attachments: [], asks: false });
  }
  const view = await office.view(somsri, report.id);
  const desk = await office.desk(somsri, report.id);
  const problems = async (messages: typeof desk.matter.messages, people = view.people) => {
    const matter = { ...desk.matter, messages, reporter: view.matter!.reporter };
    return (await readChannel(report.id, 'dialogue', matter, people, desk.keys)).map((one) => one.problem);
  };
  const [first, second, third, fourth] = desk.matter.messages;
  expect(await problems(desk.matter.messages)).toEqual([undefined, undefined, undefined, undefined]);
  expect(await problems([first!, third!, second!, fourth!])).toContain('wrong-sequence');
  expect(await problems([first!, third!, fourth!])).toEqual([undefined, 'wrong-sequence', 'wrong-sequence']);
  const forged = { ...third!, sealed: second!.sealed };
  expect(await problems([first!, second!, forged, fourth!])).toEqual([
    undefined,
    undefined,
    'wrong-sequence',
    undefined,
  ]);
  const blamed = { ...second!, author: 'reporter' as const };
  expect((await problems([first!, blamed, third!, fourth!]))[1]).toBe('unknown-author');
  const nobody = view.people.map((person) => ({ ...person, signingKeys: [] }));
  expect((await problems(desk.matter.messages, nobody)).slice(1)).toEqual([
    'unknown-author',
    'unknown-author',
    'unknown-author',
  ]);
});
