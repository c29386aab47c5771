/** A year of invented reports, worked by the demonstration's officers: every act through its use case, in the order of time. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { openCaseKeys } from '#features/cases/browser/case-keys.ts';
import { type Desk, sealNote, sealReply, sealRestriction } from '#features/cases/browser/compose.ts';
import type { CaseMatter } from '#features/cases/case-view.ts';
import type { Parts } from '#features/reports/needs.ts';
import { submission } from '#features/reports/report.schemas.ts';
import { type Story, titleOf } from '#features/reports/report.ts';
import { sealReport } from '#features/reports/seal-report.ts';
import { sealSaid } from '#features/reports/seal-said.ts';
import { sendMessage } from '#features/reports/send-message.ts';
import { submitReport } from '#features/reports/submit-report.ts';
import type { App } from '#main/app.ts';
import { fromBase64Url } from '#platform/sealing/bytes.ts';
import { asRecipient, type Recipient } from '#platform/sealing/identity.ts';
import { newReceipt, type Receipt } from '#platform/sealing/receipt.ts';
import { type ReporterKeys, stretchReceipt } from '#platform/sealing/receipt-keys.ts';
import type { DemoNetwork, DemoOfficer } from './demo-officers.ts';
import { answers, notes, places, questions, reasons, stories } from './demo-text.ts';

export type DemoReceipt = { readonly receipt: Receipt; readonly number: string };
type Task = { readonly at: number; readonly run: () => Promise<void> };
type Filed = {
  readonly id: string;
  readonly centre: string;
  readonly keys: ReporterKeys;
  readonly recipient: Recipient;
};

const day = 86_400_000;

/**
 * Plans `count` cases over the year before `end` and plays every act that lies before it; what lies after is left
 * undone, so that all stages occur. `setNow` moves the application's clock; `progress` is told the share done.
 */
export async function fillCases(
  app: App,
  network: DemoNetwork,
  count: number,
  end: Date,
  setNow: (now: Date) => void,
  progress: (share: number) => void,
): Promise<DemoReceipt[]> {
  const chance = repeatableChance(2569);
  const receipts: DemoReceipt[] = [];
  const tasks: Task[] = [];
  const started = new Map<number, Filed>();
  const centres = await app.network.listCentres(end);
  for (let i = 0; i < count; i++) {
    // Denser towards today, as a queue is.
    const at = end.getTime() - chance() ** 2 * 330 * day - 3_600_000;
    tasks.push({ at, run: async () => void started.set(i, await file(i, new Date(at))) });
    tasks.push(...work(i, at));
  }
  const due = tasks.filter((task) => task.at < end.getTime()).sort((a, b) => a.at - b.at);
  for (const [done, task] of due.entries()) {
    setNow(new Date(task.at));
    await task.run();
    if (done % 20 === 0) progress(done / due.length);
  }
  progress(1);
  return receipts;

  /** A citizen sends; the first few really stretch their receipt, so that a visitor can come back with it. */
  async function file(i: number, now: Date): Promise<Filed> {
    const told = stories[i % stories.length]!;
    const centre = centres[i % 3 === 0 ? 0 : Math.floor(chance() * centres.length)]!;
    const named = pickCentre(i) ?? centre;
    const insider = i % 23 === 7 ? 'head' : 'no';
    const target =
      insider === 'head' && named.code !== 'MOI' ? centres.find(({ code }) => code === 'MOI')! : named;
    const seal = target.sealFor ?? centres.find(({ code }) => code === 'MOI')!.sealFor!;
    const identity = (['anonymous', 'anonymous', 'confidential', 'named'] as const)[i % 4]!;
    const story: Story = {
      type: 'report',
      v: 1,
      language: /[ก-ฮ]/.test(told.happened) ? 'th' : 'en',
      centre: named.code,
      insider,
      identity,
      ...told,
      place: places[i % places.length]!,
      when: 'เมื่อเดือนก่อน',
      name: identity === 'anonymous' ? '' : 'ผู้แจ้งสมมุติ',
      contact: identity === 'anonymous' ? '' : '08x-xxx-xxxx',
      files: [],
    };
    const receipt = newReceipt();
    const real = count - i <= 4 || i < 3;
    const topics = await app.cases.listTopics(now.toISOString().slice(0, 10));
    const sealed = await sealReport({
      id: randomUUID(),
      messageId: randomUUID(),
      story,
      title: titleOf(topics.find(({ code }) => code === story.topic)?.nameTh ?? story.topic, story),
      files: [],
      addressee: { unitCode: seal.unitCode, epoch: seal.epoch, recipient: asRecipient(seal.recipient) },
      restriction: insider === 'head' ? 'unit' : 'none',
      stretched: real ? await stretchReceipt(receipt) : randomBytes(32),
      sealer: i % 11 === 5 ? 'server' : 'reporter',
      sentAt: now,
    });
    const proof = {
      id: createHash('sha256').update(sealed.submission.id).digest(),
      expiresAt: new Date(now.getTime() + day),
    };
    const parts = { ground: app.ground, network: app.network, cases: app.cases } as unknown as Parts;
    const { proof: _none, ...checked } = submission.parse(sealed.submission);
    const filed = await submitReport(parts, checked, proof, i % 11 === 5 ? 'web-no-script' : 'web');
    if (filed.outcome !== 'accepted') throw new Error(`a demo report was answered ${filed.outcome}`);
    if (real) receipts.push({ receipt, number: filed.number! });
    return {
      id: sealed.submission.id,
      centre: seal.unitCode,
      keys: sealed.keys,
      recipient: asRecipient(sealed.submission.dialogueRecipient),
    };
  }

  function pickCentre(i: number) {
    const codes = ['TH-50', 'TH-40', 'TH-83', 'TH-10', 'DOL', 'PEA', 'TH-50'];
    return i % 2 === 0 ? centres.find(({ code }) => code === codes[(i / 2) % codes.length]) : undefined;
  }

  /** What the centre does with case number i, and when. */
  function work(i: number, at: number): Task[] {
    const later = (days: number) => at + days * day + chance() * day * 0.4;
    const ending = i % 5;
    const plan: Task[] = [];
    const act = (
      days: number,
      run: (filed: Filed, first: DemoOfficer, second: DemoOfficer | undefined) => Promise<void>,
    ) =>
      plan.push({
        at: later(days),
        run: async () => {
          const filed = started.get(i)!;
          const [first, second] = pair(filed.centre, i);
          if (first) await run(filed, first, second);
        },
      });
    const age = (end.getTime() - at) / day;
    if (i % 9 === 8 && age < 9) return plan; // nobody has looked yet
    act(0.6, (filed, first) => move(filed, first, 'SCREENING'));
    if (i % 3 !== 1) act(1.5, (filed, first) => assign(filed, first));
    if (i % 3 === 0) act(2.5, (filed, first) => reply(filed, first, questions[i % questions.length]!, true));
    if (i % 6 === 0) act(4, (filed) => answer(filed, answers[i % answers.length]!, false));
    if (i % 4 === 0) act(5, (filed, first) => note(filed, first, notes[i % notes.length]!));
    if (i % 29 === 4) act(5.5, (filed, first, second) => restrict(filed, first, second));
    if (ending === 4) {
      act(7, (filed, first) => propose(filed, first, 'NOT_CORRUPTION_REDIRECTED'));
      if (i % 2 || age > 30) act(8, (filed, _first, second) => approve(filed, second));
      return plan;
    }
    act(8, (filed, first) => move(filed, first, 'ACCEPTED', notes[2]!));
    act(12, (filed, first) => move(filed, first, 'FACT_FINDING'));
    if (ending === 3 && age < 70) return plan;
    act(30, (filed, first) => move(filed, first, 'DECISION', notes[3]!));
    act(44, (filed, first) =>
      propose(filed, first, ['NO_GROUND', 'PLAIN_DISCIPLINE', 'SYSTEM_FIX', 'REFER_PACC'][i % 4]!),
    );
    if (i % 7 !== 2 || age > 80) act(46, (filed, _first, second) => approve(filed, second));
    if (i % 17 === 3) act(60, (filed) => answer(filed, 'ยังไม่เห็นด้วย ขอให้ตรวจเอกสารงวดที่สองด้วย', true));
    return plan;
  }

  function pair(centre: string, i: number): readonly (DemoOfficer | undefined)[] {
    const all = network.officers.filter(
      ({ unit, roles }) => unit === centre && (roles.includes('case-officer') || roles.includes('head')),
    );
    return [all[i % all.length], all[(i + 1) % all.length]].filter(
      (one, at, list) => at === 0 || one !== list[0],
    );
  }

  async function desk(
    filed: Filed,
    officer: DemoOfficer,
  ): Promise<(Desk & { matter: CaseMatter; revision: number }) | undefined> {
    const found = await app.cases.view(officer.signedIn, filed.id);
    if (!found?.matter) return undefined;
    const keys = await openCaseKeys(filed.id, found.matter.grants, {
      identity: async () => officer.identity,
      centreIdentity: async (code) => network.centreKeys.get(code)!,
    });
    const { restriction, revision } = found.header;
    return {
      caseId: filed.id,
      restriction,
      matter: found.matter,
      keys,
      signing: officer.signing,
      now: app.ground.now,
      revision,
    };
  }

  /** An act that the case's state refuses (an earlier one was left out) is left out as well. */
  async function perform(officer: DemoOfficer, filed: Filed, body: object): Promise<void> {
    const answered = await app.cases.act(officer.signedIn, filed.id, { id: randomUUID(), ...body });
    if (!answered.ok && answered.code === 'malformed')
      throw new Error(`a demo act is out of form: ${JSON.stringify(Object.keys(body))}`);
  }

  async function move(filed: Filed, officer: DemoOfficer, to: string, why?: string): Promise<void> {
    const at = await desk(filed, officer);
    if (at)
      await perform(officer, filed, {
        act: 'change-stage',
        revision: at.revision,
        to,
        ...(why && { note: await sealNote(at, why) }),
      });
  }
  async function assign(filed: Filed, officer: DemoOfficer): Promise<void> {
    const at = await desk(filed, officer);
    if (at)
      await perform(officer, filed, {
        act: 'assign',
        revision: at.revision,
        personId: officer.signedIn.person.id,
        impartial: true,
      });
  }
  async function reply(filed: Filed, officer: DemoOfficer, text: string, asks: boolean): Promise<void> {
    const at = await desk(filed, officer);
    if (at)
      await perform(officer, filed, {
        act: 'reply',
        message: await sealReply(at, text),
        attachments: [],
        asks,
      });
  }
  async function note(filed: Filed, officer: DemoOfficer, text: string): Promise<void> {
    const at = await desk(filed, officer);
    if (at) await perform(officer, filed, { act: 'note', note: await sealNote(at, text) });
  }
  async function propose(filed: Filed, officer: DemoOfficer, outcome: string): Promise<void> {
    const at = await desk(filed, officer);
    if (at)
      await perform(officer, filed, {
        act: 'propose-closing',
        revision: at.revision,
        outcome,
        note: await sealNote(at, reasons[outcome.length % reasons.length]!),
      });
  }
  async function approve(filed: Filed, officer: DemoOfficer | undefined): Promise<void> {
    const at = officer && (await desk(filed, officer));
    if (officer && at?.matter.closing)
      await perform(officer, filed, {
        act: 'decide-closing',
        revision: at.revision,
        closingId: at.matter.closing.id,
        decision: 'approved',
      });
  }
  async function restrict(filed: Filed, officer: DemoOfficer, other: DemoOfficer | undefined): Promise<void> {
    const at = other && (await desk(filed, officer));
    if (at)
      await perform(officer, filed, {
        act: 'restrict',
        revision: at.revision,
        ...(await sealRestriction(at, [officer.signedIn.person.id, other.signedIn.person.id])),
      });
  }

  /** The reporter writes again, or contests. Only while the dialogue still has its first key, which is the one at hand. */
  async function answer(filed: Filed, text: string, contest: boolean): Promise<void> {
    const [officer] = pair(filed.centre, 0);
    const found = officer && (await app.cases.view(officer.signedIn, filed.id));
    const dialogue = found?.matter?.messages.filter(({ kind }) => kind === 'dialogue');
    if (!dialogue || found?.matter?.keys.some(({ kind, version }) => kind === 'dialogue' && version > 1))
      return;
    const next = {
      keyVersion: 1,
      recipient: filed.recipient,
      sequence: dialogue.length + 1,
      previousHash: dialogue.at(-1)!.hash,
      isBelieved: true,
    };
    const { sending } = await sealSaid({
      reportId: filed.id,
      messageId: randomUUID(),
      text,
      contest,
      files: [],
      next: next as never,
      keys: filed.keys,
      sealer: 'reporter',
      sentAt: app.ground.now(),
    });
    await sendMessage(
      { ground: app.ground, cases: app.cases } as unknown as Parts,
      { ...sending, message: Buffer.from(fromBase64Url(sending.message)) },
      'reporter',
    );
  }
}

/** The same row of chances each time, so that a demonstration can be told of (mulberry32). */
function repeatableChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
