/** Staff surveys of the demonstration: last year's counted and published, this year's open in some centres and counted in others. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { questionnaireSeed } from '#features/survey/questionnaires.seed.ts';
import { type App, createApp } from '#main/app.ts';
import { addDays, asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf, fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { demoRemarks } from './demo-survey-text.ts';

const bands = { Y1: 9, Y5: 26, Y10: 17, Y11: 30 } as const;

/** Centres with a head; each answers by codes, as staff without an account do. */
export async function fillSurvey(running: App, network: DemoNetwork, end: Date): Promise<void> {
  let clock = end;
  const app = createApp({ ...running.ground, now: () => clock });
  const heads = [...network.people.values()].filter(({ appointments }) =>
    appointments.some(({ role }) => role === 'head'),
  );
  const present = fiscalYearOf(civilDate(end));
  const at = (day: string) => {
    clock = new Date(Math.min(Date.parse(`${day}T03:00:00Z`), end.getTime()));
    return civilDate(clock);
  };
  for (const [index, head] of heads.slice(0, 6).entries()) {
    const last = at(addDays(fiscalYearRange(present - 1).first, 240 + index));
    await play(head, { fiscalYear: present - 1, day: last, index, until: 'published' });
    const day = at(addDays(asCivilDate(civilDate(end)), -6));
    await play(head, {
      fiscalYear: present,
      day,
      index: index + 3,
      until: index % 3 === 1 ? 'counted' : 'open',
    });
  }
  clock = end;

  async function play(
    head: SignedIn,
    {
      fiscalYear,
      day,
      index,
      until,
    }: { fiscalYear: number; day: string; index: number; until: 'open' | 'counted' | 'published' },
  ): Promise<void> {
    const id = randomUUID();
    const { unitId, unitCode } = head.appointments.find(({ role }) => role === 'head')!;
    const opened = await app.survey.open(head, {
      id,
      unitId,
      fiscalYear,
      opensOn: day,
      closesOn: addDays(asCivilDate(day), 30),
      entitledNote: '',
      entitled: { ...bands },
    });
    // A year whose questionnaire does not ship has no survey here.
    if (!opened.ok) return;
    const sheet = await app.survey.printCodes(head, { id: randomUUID(), roundId: id, codes: 40 });
    if (!sheet.ok) throw new Error(sheet.code);
    const people = until === 'open' ? 23 : 34 + (index % 6);
    for (const [at, key] of sheet.value.codes.slice(0, people).entries())
      await app.survey.send(
        { code: unitCode, fiscalYear },
        {
          key,
          answer: {
            band: at < 3 ? 'Y1' : at < 14 ? 'Y5' : at < 22 ? 'Y10' : 'Y11',
            words: at % 11 === 0 ? demoRemarks[(at / 11 + index) % demoRemarks.length]! : '',
            choices: Object.fromEntries(
              questionnaireSeed.items.map(({ code }, item) => [code, stepOf(at * 7 + item * 3 + index * 5)]),
            ),
          },
        },
      );
    if (until !== 'open') await app.survey.step(head, { roundId: id, step: 'close' });
    await app.survey.jobs['survey.count']!();
    if (until === 'published') await app.survey.step(head, { roundId: id, step: 'publish' });
  }
}

/** Mostly good, with a few that are not, and some who do not know. */
const stepOf = (seed: number) => ['4', '3', '4', '3', '2', '4', '3', '1', '4', 'NA', '3'][seed % 11]!;
