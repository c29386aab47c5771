/** A round from its opening to its results, through the use cases on a real database. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, send as ask } from '#features/network/testing/office.ts';
import { whole } from './survey.ts';
import { anAnswer, drawToken, forgedToken } from './testing/draw.ts';
import { createSurveyWorld, must, type SurveyWorld, today } from './testing/world.ts';

let world: SurveyWorld;
beforeAll(async () => {
  world = await createSurveyWorld();
}, 120_000);
afterEach(async () => {
  world.setNow(today);
  await world.clear();
});
afterAll(() => world?.stop());

const view = (id: string, who = world.head) => world.survey.view(world.as(who), id, 'th');
const tokenOf = async (roundId: string, who = world.clerk) => {
  const { round } = (await view(roundId, who))!;
  return drawToken(async (blinded) => {
    const outcome = await world.survey.issueToken(world.as(who), { roundId, blinded });
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome.value;
  }, round.tokenKey);
};
const acts = async () => (await actsSoFar(world.db)).filter(({ act }) => String(act).startsWith('survey.'));

describe('a round', () => {
  test('is opened once a year and centre, however often the form comes', async () => {
    const round = world.aRound();
    must(await world.survey.open(world.as(world.head), round));
    must(await world.survey.open(world.as(world.head), round));
    const other = await world.survey.open(world.as(world.head), world.aRound());
    expect(other).toEqual({ ok: false, code: 'already-opened' });
    const wrong = await world.survey.open(world.as(world.head), world.aRound({ closesOn: '2026-11-01' }));
    expect(wrong).toEqual({ ok: false, code: 'malformed' });
    const noYear = await world.survey.open(world.as(world.head), world.aRound({ fiscalYear: 2575 }));
    expect(noYear).toEqual({ ok: false, code: 'no-questionnaire' });
    const recorded = (await acts()).find(({ id }) => id === round.id);
    expect((recorded!['facts'] as { tokenKey: string }).tokenKey).toBe(
      (await view(round.id))!.round.tokenKey,
    );
  });

  test('the ministry opens for every centre that has none', async () => {
    await world.opened();
    const { unitId: _, ...all } = world.aRound();
    const outcome = await world.survey.open(world.as(world.planner), all);
    const centres = (await world.app.network.listCentres(today)).filter(({ isOpen }) => isOpen);
    expect(outcome).toEqual({ ok: true, value: { id: all.id, rounds: centres.length - 1 } });
    const head = await world.survey.open(world.as(world.head), { ...all, id: randomUUID() });
    expect(head).toEqual({ ok: false, code: 'forbidden' });
  });

  test('counts each code once, refuses forged ones and codes of another round', async () => {
    const id = await world.opened();
    const [first] = await world.codes(id, 20);
    expect(await world.send(first!)).toEqual({ ok: true, value: { counted: true } });
    expect(await world.send(first!, anAnswer('1'))).toEqual({ ok: true, value: { counted: false } });
    expect(await world.send('0000-0000-0000-0000')).toEqual({ ok: false, code: 'unknown-code' });
    expect(await world.send(forgedToken())).toEqual({ ok: false, code: 'unknown-code' });
    expect(await world.send('hello')).toEqual({ ok: false, code: 'bad-code' });
    const other = await world.opened({ unitId: world.unit('TH-83') }, world.otherHead);
    const [foreign] = await world.codes(other, 1, world.otherHead);
    expect(await world.send(foreign!)).toEqual({ ok: false, code: 'unknown-code' });
    const half = { ...anAnswer(), choices: { 'I1-1': '4' } };
    expect(await world.send(first!, half)).toEqual({ ok: false, code: 'not-all-answered' });
  });

  test('of two at the same moment with one code one counts', async () => {
    const id = await world.opened();
    const [code] = await world.codes(id, 1);
    const said = await Promise.all(Array.from({ length: 8 }, () => world.send(code!)));
    expect(said.filter((one) => one.ok && one.value.counted)).toHaveLength(1);
    expect(said.every(({ ok }) => ok)).toBe(true);
  });

  test('and still one when the mixing runs between and at the same time', async () => {
    const id = await world.opened();
    const codes = await world.codes(id, 40);
    const rounds = codes.flatMap((code) => [code, code]);
    const said = await Promise.all([
      ...rounds.map((code) => world.send(code)),
      ...[1, 2, 3].map(() => world.runJobs(['survey.count'])),
    ]);
    await world.runJobs(['survey.count']);
    const again = await Promise.all(codes.map((code) => world.send(code)));
    expect(again.every((one) => one.ok && !one.value.counted)).toBe(true);
    expect(said.filter((one) => 'ok' in one && one.ok && one.value.counted)).toHaveLength(40);
    await world.closed(id);
    expect((await view(id))!.results!.groups[0]!.people).toBe(40);
  });

  test('an officer gets one token, the same again after a cut, and answers with it without her name', async () => {
    const id = await world.opened();
    const blinded = await new Promise<string>((kept) => {
      void drawToken(async (value) => {
        kept(value);
        throw new Error('cut');
      }, 'x').catch(() => undefined);
    });
    const issue = (value: string, who = world.clerk) =>
      world.survey.issueToken(world.as(who), { roundId: id, blinded: value });
    expect((await issue(blinded)).ok).toBe(true);
    expect((await issue(blinded)).ok).toBe(true);
    await expect(tokenOf(id)).rejects.toThrow('already-issued');
    expect(await issue(blinded, world.otherHead)).toEqual({ ok: false, code: 'forbidden' });
    const token = await tokenOf(id, world.head);
    expect(await world.send(token)).toEqual({ ok: true, value: { counted: true } });
    expect(await world.send(token)).toEqual({ ok: true, value: { counted: false } });
    expect((await view(id, world.clerk))!.hasToken).toBe(true);
  });

  test('shows nothing before it is closed but the number of answers in whole groups', async () => {
    const id = await world.opened();
    const codes = await world.codes(id, 30);
    for (const code of codes.slice(0, 13)) await world.send(code);
    await world.runJobs(['survey.count']);
    const open = (await view(id))!;
    expect(open.answeredSoFar).toBe(10);
    expect(open.results).toBeUndefined();
    expect(await world.survey.step(world.as(world.head), { roundId: id, step: 'publish' })).toEqual({
      ok: false,
      code: 'not-counted',
    });
    await world.closed(id);
    expect((await view(id))!.results!.groups[0]!.people).toBe(13);
    expect(await world.send(codes[20]!)).toEqual({ ok: false, code: 'not-open' });
  });

  test('hides a sub-group of three and whatever would give it away, and forgets what it counted', async () => {
    const id = await world.opened();
    const codes = await world.codes(id, 60);
    const bands = [
      ...Array(30).fill('Y11'),
      ...Array(15).fill('Y5'),
      ...Array(12).fill('Y10'),
      ...Array(3).fill('Y1'),
    ];
    for (const [at, code] of codes.entries())
      await world.send(
        code,
        anAnswer(bands[at] === 'Y1' ? '1' : '4', bands[at], at < 2 ? `ข้อความ ${at}` : ''),
      );
    await world.closed(id);
    const { results } = (await view(id))!;
    const people = Object.fromEntries(results!.groups.map((group) => [group.band, group.people]));
    expect(people).toEqual({ [whole]: 60, Y1: undefined, Y5: 15, Y10: undefined, Y11: 30, '': undefined });
    expect(results!.groups.find(({ band }) => band === 'Y1')!.items).toEqual([]);
    expect(results!.groups[0]!.items[0]).toEqual({ item: 'I1-1', scored: 60, mean: 95 });
    expect([...results!.words!].sort()).toEqual(['ข้อความ 0', 'ข้อความ 1']);
    for (const table of ['tally', 'returned', 'spent', 'fresh_spent', 'arrival', 'code', 'issued'] as const)
      expect(await world.db.owner.selectFrom(`survey.${table}`).selectAll().execute()).toEqual([]);
  });

  test('with fewer than the smallest group shows nothing, and erases even the words', async () => {
    const id = await world.opened();
    for (const code of await world.codes(id, 9)) await world.send(code, anAnswer('4', 'Y5', 'คำ'));
    await world.closed(id);
    const { results } = (await view(id))!;
    expect(results!.groups.every(({ people, items }) => people === undefined && items.length === 0)).toBe(
      true,
    );
    expect(await world.db.owner.selectFrom('survey.remark').selectAll().execute()).toEqual([]);
    expect(await world.survey.step(world.as(world.head), { roundId: id, step: 'publish' })).toEqual({
      ok: false,
      code: 'too-small',
    });
  });

  test('closes by itself after its last day, and is published once for everybody', async () => {
    const id = await world.opened({ closesOn: '2026-11-26' });
    for (const code of await world.codes(id, 12)) await world.send(code, anAnswer('3'));
    world.setNow(new Date('2026-11-27T01:00:00Z'));
    await world.runJobs(['survey.count']);
    expect((await view(id))!.round.state).toBe('counted');
    expect(await world.survey.surveyScores(world.unit('TH-50'), 2570)).toBeUndefined();
    expect((await world.survey.readPublic(world.chiangMai, 'th'))!.groups).toEqual([]);
    must(await world.survey.step(world.as(world.head), { roundId: id, step: 'publish' }));
    must(await world.survey.step(world.as(world.head), { roundId: id, step: 'publish' }));
    const scores = await world.survey.surveyScores(world.unit('TH-50'), 2570);
    expect(scores).toMatchObject({ people: 12, rate: 7.5, total: 66.67 });
    expect(scores!.indicators.map(({ score }) => score)).toEqual([66.67, 66.67, 66.67, 66.67, 66.67]);
    expect((await world.survey.readPublic(world.chiangMai, 'th'))!.groups[0]!.people).toBe(12);
    const network = await world.survey.network(world.as(world.planner), 2570, 'th');
    expect(network.lines.find(({ code }) => code === 'TH-50')).toMatchObject({ total: 66.67, people: 12 });
    expect(network.mean.total).toBe(66.67);
    const recorded = (await acts()).map(({ act }) => String(act));
    for (const act of [
      'survey.round-opened',
      'survey.codes-printed',
      'survey.round-closed',
      'survey.results-published',
    ])
      expect(recorded).toContain(act);
    expect(recorded.filter((act) => /answer|token/.test(act))).toEqual([]);
  });
});

describe('codes on paper', () => {
  test('are not more than people who may answer, and the same sheet gives the same codes', async () => {
    const id = await world.opened({ entitled: { Y1: 3 } });
    const sheet = { id: randomUUID(), roundId: id, codes: 3 };
    const first = await world.survey.printCodes(world.as(world.head), sheet);
    expect(await world.survey.printCodes(world.as(world.head), sheet)).toEqual(first);
    const more = await world.survey.printCodes(world.as(world.head), {
      ...sheet,
      id: randomUUID(),
      codes: 1,
    });
    expect(more).toEqual({ ok: false, code: 'too-many-codes' });
    expect((await view(id))!.codesPrinted).toBe(3);
    const nobody = await world.opened({ unitId: world.unit('TH-83'), entitled: {} }, world.otherHead);
    const early = await world.survey.printCodes(world.as(world.otherHead), {
      ...sheet,
      id: randomUUID(),
      roundId: nobody,
    });
    expect(early).toEqual({ ok: false, code: 'nobody-entitled' });
  });

  test('make no room for themselves: no number entitled is raised after the first sheet, and each change is in the ledger', async () => {
    const id = await world.opened({ entitled: { Y1: 3, Y5: 6 } });
    const say = (entitled: Record<string, number>, who = world.head) =>
      world.survey.sayEntitled(world.as(who), { roundId: id, entitled });
    must(await say({ Y1: 8 }));
    const sheet = { id: randomUUID(), roundId: id, codes: 2 };
    expect(await world.survey.printCodes(world.as(world.head), sheet)).toMatchObject({ ok: true });
    for (const raised of [{ Y1: 9 }, { Y10: 1 }, { Y1: 1, Y5: 7 }] as Record<string, number>[])
      for (const who of [world.head, world.planner])
        expect(await say(raised, who)).toEqual({ ok: false, code: 'slips-printed' });
    must(await say({ Y1: 8, Y5: 5 }));
    const raise = (who: typeof world.head) =>
      world.inSql(who, (trx) =>
        trx.updateTable('survey.entitled').set({ people: 40 }).where('round_id', '=', id).execute(),
      );
    for (const who of [world.head, world.planner])
      await expect(raise(who)).rejects.toThrow('slips are printed');
    const more = { round_id: id, band: 'Y10', people: 4 };
    await expect(
      world.inSql(world.head, (trx) => trx.insertInto('survey.entitled').values(more).execute()),
    ).rejects.toThrow('slips are printed');
    expect((await world.survey.view(world.as(world.planner), id, 'th'))!.codesPrinted).toBe(2);
    const { rows } = await sql<{ entry: string }>`
      select entry from (select entry from ledger.outbox union select entry from ledger.entry) all_acts
      where entry like ${`%${id}%`}`.execute(world.db.owner);
    expect(rows.filter(({ entry }) => entry.includes('survey.entitled-said'))).toHaveLength(2);
  });

  test('come as a PDF and results as papers, to whoever may have them', async () => {
    const id = await world.opened();
    const pdf = await world.server.inject({
      method: 'POST',
      url: `/office/survey/${id}/codes.pdf`,
      headers: {
        cookie: `prongsai_session=${world.head.cookie}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ sheet: randomUUID(), codes: '15', lang: 'th' }).toString(),
    });
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    for (const code of await world.codes(id, 12)) await world.send(code);
    await world.closed(id);
    for (const [format, begins] of [
      ['pdf', '%PDF-'],
      ['xlsx', 'PK'],
      ['csv', '\ufeff'],
    ] as const) {
      const answer = await ask(world.server, world.head, `/office/survey/${id}/results.${format}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.rawPayload.toString('utf8').startsWith(begins)).toBe(true);
      expect(
        (await ask(world.server, world.otherHead, `/office/survey/${id}/results.${format}`)).statusCode,
      ).toBe(404);
      expect((await ask(world.server, undefined, `/office/survey/${id}/results.${format}`)).statusCode).toBe(
        401,
      );
    }
    const network = await ask(world.server, world.planner, '/office/survey/network.csv?year=2570');
    expect(network.payload).toContain('100');
  });
});

describe('questionnaires', () => {
  test('are carried over into a draft, changed, taken into use, and then never changed', async () => {
    const as = world.as(world.planner);
    const { all } = await world.survey.questionnaires(as);
    const source = all.find(({ fiscalYear }) => fiscalYear === 2570)!;
    const id = randomUUID();
    must(await world.survey.carryOver(as, { id, from: source.id, fiscalYear: 2570 }));
    must(await world.survey.carryOver(as, { id, from: source.id, fiscalYear: 2570 }));
    const draftOf = async () => (await world.survey.questionnaires(as)).all.find((one) => one.id === id)!;
    const draft = await draftOf();
    expect(draft).toMatchObject({ version: 2, state: 'draft', items: source.items });
    const changed = { ...draft, items: draft.items.slice(0, 14), smallestGroup: 12 };
    must(await world.survey.saveDraft(as, changed, false));
    expect((await draftOf()).items).toHaveLength(14);
    const lacking = { ...changed, bands: changed.bands.slice(0, 1) };
    expect(await world.survey.saveDraft(as, lacking, true)).toEqual({ ok: false, code: 'not-complete' });
    expect(await world.survey.saveDraft(as, { ...changed, smallestGroup: 3 }, true)).toEqual({
      ok: false,
      code: 'malformed',
    });
    must(await world.survey.saveDraft(as, changed, true));
    expect(await world.survey.saveDraft(as, { ...changed, smallestGroup: 5 }, false)).toEqual({
      ok: false,
      code: 'in-force',
    });
    const roundId = await world.opened();
    expect((await view(roundId))!.questionnaire).toMatchObject({ version: 2, smallestGroup: 12 });
    const head = await world.survey.saveDraft(world.as(world.head), changed, false);
    expect(head).toEqual({ ok: false, code: 'forbidden' });
    await world.clear();
    for (const table of ['item', 'indicator', 'choice', 'band'] as const)
      await world.db.owner.deleteFrom(`survey.${table}`).where('questionnaire_id', '=', id).execute();
    await world.db.owner.deleteFrom('survey.questionnaire').where('id', '=', id).execute();
  });
});
