/** Ethics matters of the demonstration: advice asked, answered and published, a breach with its measure, an objection. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { openCaseKeys } from '#features/cases/browser/case-keys.ts';
import { sealNote, sealReply } from '#features/cases/browser/compose.ts';
import { sealReferral } from '#features/ethics/matters/browser/seal-referral.ts';
import { commitmentOf, sealObjection } from '#features/ethics/objections/browser/seal-objection.ts';
import type { ObjectionText } from '#features/ethics/objections/objection.ts';
import type { Parts } from '#features/reports/needs.ts';
import { submission } from '#features/reports/report.schemas.ts';
import { type Story, titleOf } from '#features/reports/report.ts';
import { sealReport } from '#features/reports/seal-report.ts';
import { submitReport } from '#features/reports/submit-report.ts';
import { type App, createApp } from '#main/app.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { asRecipient, recipientOf } from '#platform/sealing/identity.ts';
import { demoAdvice, demoBreach, demoObjection, demoReferral } from './demo-ethics-text.ts';
import type { DemoNetwork, DemoOfficer } from './demo-officers.ts';

const day = 86_400_000;

/** Plays the last weeks up to `end` through the use cases, on an application whose clock runs behind. */
export async function fillEthics(running: App, network: DemoNetwork, end: Date): Promise<void> {
  let clock = end;
  const app = createApp({ ...running.ground, now: () => clock });
  const ago = (days: number) => {
    clock = new Date(end.getTime() - days * day);
  };
  const officer = (email: string) => network.officers.find((one) => one.email === `${email}@demo.example`)!;
  const [keeper, head] = [officer('ethics.moi'), officer('head.moi')];

  for (const [index, told] of demoAdvice.entries()) {
    ago(24 - index * 5);
    const id = await file(told.topic, told.happened);
    if (!told.answer) continue;
    ago(22 - index * 5);
    const desk = await deskOf(keeper, id);
    const message = await sealReply(desk, told.answer, []);
    await act(keeper, id, { act: 'reply', message, attachments: [], asks: false });
    if (!told.published) continue;
    const { standards, waits, ...words } = told.published;
    const question = { id: randomUUID(), caseId: id, ...words, standards: [...standards], sections: [] };
    must(await app.ethics.questions.write(keeper.signedIn, question));
    if (waits) continue;
    ago(20 - index * 5);
    must(
      await app.ethics.questions.decide(head.signedIn, {
        questionId: question.id,
        revision: 1,
        step: 'published',
        reason: '',
      }),
    );
  }

  ago(16);
  const breach = await file('ETHICS_BREACH', demoBreach.happened);
  for (const [to, reason] of demoBreach.steps) {
    const desk = await deskOf(keeper, breach);
    const note = reason ? { note: await sealNote(desk, reason) } : {};
    await act(keeper, breach, { act: 'change-stage', revision: desk.revision, to, ...note });
    if (to === 'FINDING')
      must(
        await app.ethics.matters.recordFinding(keeper.signedIn, {
          id: randomUUID(),
          caseId: breach,
          finding: 'breach',
          standards: ['S6'],
        }),
      );
  }
  must(
    await app.ethics.matters.recordMeasure(head.signedIn, {
      id: randomUUID(),
      caseId: breach,
      measure: 'ADMONITION',
      takenOn: civilDate(clock),
    }),
  );

  ago(12);
  await refer(breach);

  ago(3);
  const objector = officer('chiangmai');
  const text: ObjectionText = {
    ...demoObjection,
    orderedOn: civilDate(clock),
    salt: randomBytes(32).toString('hex'),
  };
  must(
    await app.ethics.objections.record(objector.signedIn, {
      id: randomUUID(),
      sealed: await sealObjection(text, [await recipientOf(objector.identity)]),
      commitment: await commitmentOf(text),
    }),
  );

  async function file(topic: string, happened: string): Promise<string> {
    const seal = (await app.network.listCentres(clock)).find(({ code }) => code === 'MOI')!.sealFor!;
    const story: Story = { ...noAnswers, topic, happened };
    const sealed = await sealReport({
      id: randomUUID(),
      messageId: randomUUID(),
      story,
      title: titleOf(topic, story),
      files: [],
      addressee: { unitCode: seal.unitCode, epoch: seal.epoch, recipient: asRecipient(seal.recipient) },
      restriction: 'none',
      stretched: randomBytes(32),
      sealer: 'reporter',
      sentAt: clock,
    });
    const proof = {
      id: createHash('sha256').update(sealed.submission.id).digest(),
      expiresAt: new Date(clock.getTime() + day),
    };
    const parts = { ground: app.ground, network: app.network, cases: app.cases } as unknown as Parts;
    const { proof: _none, ...checked } = submission.parse(sealed.submission);
    const filed = await submitReport(parts, checked, proof, 'web');
    if (filed.outcome !== 'accepted') throw new Error(`a demo question was answered ${filed.outcome}`);
    return sealed.submission.id;
  }

  /** Files what she found with the case officers of the same centre. */
  async function refer(matterId: string): Promise<void> {
    const seal = (await app.network.listCentres(clock)).find(({ code }) => code === 'MOI')!.sealFor!;
    const { topicName, ...told } = demoReferral;
    const story: Story = { ...noAnswers, ...told };
    const referral = await sealReferral({
      id: randomUUID(),
      matterId,
      story,
      title: titleOf(topicName, story),
      addressee: { unitCode: seal.unitCode, epoch: seal.epoch, recipient: asRecipient(seal.recipient) },
      restriction: 'none',
      upload: async () => [],
      signing: keeper.signing,
      sentAt: clock,
    });
    must(await app.ethics.matters.refer(keeper.signedIn, referral));
  }

  async function deskOf(who: DemoOfficer, caseId: string) {
    const { header, matter } = (await app.cases.view(who.signedIn, caseId))!;
    const keys = await openCaseKeys(caseId, matter!.grants, {
      identity: async () => who.identity,
      centreIdentity: async (code) => network.centreKeys.get(code)!,
    });
    const { restriction, revision } = header;
    return {
      caseId,
      restriction,
      matter: matter!,
      keys,
      signing: who.signing,
      now: app.ground.now,
      revision,
    };
  }

  async function act(who: DemoOfficer, caseId: string, body: object): Promise<void> {
    const answered = await app.cases.act(who.signedIn, caseId, { id: randomUUID(), ...body });
    if (!answered.ok) throw new Error(`a demo act was refused: ${answered.code}`);
  }
}

function must(outcome: { readonly ok: boolean; readonly code?: string }): void {
  if (!outcome.ok) throw new Error(`a demo act of ethics was refused: ${outcome.code}`);
}

const noAnswers = {
  type: 'report',
  v: 1,
  language: 'th',
  about: '',
  centre: 'MOI',
  place: '',
  insider: 'no',
  when: '',
  source: '',
  damage: '',
  wish: '',
  identity: 'anonymous',
  name: '',
  contact: '',
  files: [],
} as const;
