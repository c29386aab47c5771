/** Fills a fresh installation with a year of invented work: accounts, keys, cases, then what other features show. */
import { type App, createApp } from '#main/app.ts';
import { fillAttendance } from './demo-attendance.ts';
import { type DemoReceipt, fillCases } from './demo-cases.ts';
import { fillDisclosure } from './demo-disclosure.ts';
import { fillEthics } from './demo-ethics.ts';
import { fillGifts } from './demo-gifts.ts';
import { fillHonours } from './demo-honours.ts';
import { fillKnowledge } from './demo-knowledge.ts';
import { fillPastLearning } from './demo-learning.ts';
import { fillMoral } from './demo-moral.ts';
import { type DemoNetwork, inviteOne, makeOfficers } from './demo-officers.ts';
import { fillPlans } from './demo-plans.ts';
import { fillPledges } from './demo-pledges.ts';
import { fillRisks } from './demo-risks.ts';
import { fillPublishedSeats } from './demo-seats.ts';
import { fillSeminars } from './demo-seminars.ts';
import { fillSurvey } from './demo-survey.ts';
import { fillTests } from './demo-tests.ts';

export type Demo = { readonly network: DemoNetwork; readonly receipts: readonly DemoReceipt[] };

/**
 * Plays the year up to `end` through the real use cases, on an application whose clock runs ahead to it.
 * @param report told what is being done, and the share of it from 0 to 1
 */
export async function fillDemo(
  running: App,
  cases: number,
  end: Date,
  report: (what: 'officers' | 'cases', share: number) => void,
): Promise<Demo> {
  let clock = new Date(end.getTime() - 340 * 86_400_000);
  const app = createApp({ ...running.ground, now: () => clock });
  report('officers', 0);
  // The first link was made today; this one was made a year ago, as everything else is.
  const link = await app.network.office.makeFirstInvitation();
  if (!link) throw new Error('the demonstration wants a fresh installation');
  const network = await makeOfficers(app, link);
  const setNow = (now: Date) => {
    clock = now;
  };
  const receipts = await fillCases(app, network, cases, end, setNow, (share) => report('cases', share));
  await inviteOne(running, network);
  await fillKnowledge(running, network);
  await fillGifts(running, network, end);
  await fillPledges(running, network, end);
  await fillEthics(running, network, end);
  await fillMoral(running, network, end);
  await fillHonours(running, network, end);
  await fillPlans(running, network, end);
  await fillRisks(running, network, end);
  await fillDisclosure(running, network, end);
  await fillSurvey(running, network, end);
  const seminars = await fillSeminars(running, network, end);
  await fillPublishedSeats(running, network);
  // Certificates hang on what the tests found.
  await fillTests(running, network);
  await fillAttendance(running, network);
  await fillPastLearning(running, network);
  await seminars.close();
  running.ground.ledger.wake();
  return { network, receipts };
}
