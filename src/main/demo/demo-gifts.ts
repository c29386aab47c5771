/** Gifts, half-year filings, No Gift announcements and conflicts of interest of the demonstration, over some fifteen centres. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { type App, createApp } from '#main/app.ts';
import { addDays, type CivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf, fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import { type DemoGift, demoConflicts, demoGifts } from './demo-gifts-text.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { giftPicture } from './demo-picture.ts';

/** Plays the last weeks up to `end` through the use cases, on an application whose clock runs behind. */
export async function fillGifts(running: App, network: DemoNetwork, end: Date): Promise<void> {
  let clock = end;
  const app = createApp({ ...running.ground, now: () => clock });
  const ago = (days: number) => new Date(end.getTime() - days * 86_400_000);
  const at = async <T>(when: Date, work: () => Promise<T>) => {
    clock = when;
    return work();
  };
  const person = (email: string) => network.people.get(`${email}@demo.example`)!;
  const unitOf = (who: SignedIn) => who.appointments[0]!.unitId;

  for (const [index, gift] of demoGifts.entries()) {
    const reporter = person(gift.by);
    const id = await at(ago(gift.reported), () =>
      report(app, reporter, gift, civilDate(ago(gift.received)), index),
    );
    const { decision } = gift;
    if (!decision) continue;
    await at(ago(decision.ago), async () =>
      must(
        await app.ethics.gifts.decide(person(decision.by), {
          id: randomUUID(),
          giftId: id,
          decision: decision.what,
          reasons: decision.why,
        }),
      ),
    );
    const { proof } = gift;
    if (proof)
      await at(ago(proof.ago), async () =>
        must(
          await app.ethics.gifts.dispose(
            reporter,
            { id: randomUUID(), giftId: id, doneOn: civilDate(ago(proof.ago)), note: proof.note },
            giftPicture([214, 214, 208]),
          ),
        ),
      );
  }

  const present = fiscalYearOf(civilDate(end));
  const { first } = fiscalYearRange(present);
  const heads = [...network.people.values()].filter(({ appointments }) =>
    appointments.some(({ role }) => role === 'head'),
  );
  await fileAndSign();
  await declare();

  async function fileAndSign(): Promise<void> {
    for (const [index, head] of heads.entries()) {
      // The half that ended with the last fiscal year: all but two; the present one: every second.
      const lastHalf = { fiscalYear: present - 1, half: 2 as const };
      if (index % 7 !== 6) await at(dayAt(addDays(first, -36 + (index % 4) * 3)), () => file(head, lastHalf));
      if (index % 2 === 0) await at(ago(1), () => file(head, { fiscalYear: present, half: 1 }));
      if (index % 5 !== 4) await at(dayAt(addDays(first, -300 + index)), () => sign(head, present - 1));
      if (index % 4 !== 3) await at(dayAt(addDays(first, 2 + index)), () => sign(head, present));
    }
  }

  /** Ten in the morning, and never later than the end of the play. */
  function dayAt(day: CivilDate): Date {
    return new Date(Math.min(Date.parse(`${day}T03:00:00Z`), end.getTime()));
  }

  async function file(head: SignedIn, of: { fiscalYear: number; half: 1 | 2 }): Promise<void> {
    must(
      await app.ethics.gifts.file(head, { id: randomUUID(), unitId: unitOf(head), ...of, isNothing: false }),
    );
  }

  async function sign(head: SignedIn, fiscalYear: number): Promise<void> {
    // At the start of a fiscal year the clock may not have come so far.
    if (fiscalYear !== fiscalYearOf(civilDate(clock))) return;
    const desk = await app.ethics.noGift.desk(head, 'th');
    const own = desk.own.find(({ toSign }) => toSign);
    if (!own?.toSign) return;
    must(
      await app.ethics.noGift.sign(head, {
        id: randomUUID(),
        unitId: own.unitId,
        fiscalYear,
        templateVersion: own.toSign.templateVersion,
      }),
    );
  }

  async function declare(): Promise<void> {
    for (const { by, ago: days, decision, ...conflict } of demoConflicts) {
      const who = person(by);
      const id = randomUUID();
      await at(ago(days), async () =>
        must(await app.ethics.conflicts.declare(who, { id, unitId: unitOf(who), ...conflict })),
      );
      if (decision)
        await at(ago(days - 2), async () =>
          must(
            await app.ethics.conflicts.decide(person(decision.by), {
              id: randomUUID(),
              conflictId: id,
              action: decision.action,
              reasons: decision.why,
            }),
          ),
        );
    }
    const declared = new Set(demoConflicts.map(({ by }) => person(by).person.id));
    for (const [index, who] of [...network.people.values()].entries()) {
      if (index % 3 === 2 || declared.has(who.person.id)) continue;
      await at(ago(index % 9), async () =>
        must(await app.ethics.conflicts.declareNothing(who, { id: randomUUID(), unitId: unitOf(who) })),
      );
    }
  }
}

const colours = [
  [122, 44, 58],
  [38, 84, 124],
  [64, 110, 72],
  [120, 88, 140],
] as const;

async function report(
  app: App,
  reporter: SignedIn,
  gift: DemoGift,
  receivedOn: string,
  index: number,
): Promise<string> {
  const id = randomUUID();
  must(
    await app.ethics.gifts.report(
      reporter,
      {
        id,
        unitId: reporter.appointments[0]!.unitId,
        kind: gift.kind ?? 'gift',
        receivedOn,
        giver: gift.giver,
        relation: gift.relation,
        item: gift.item,
        valueBaht: gift.value,
        occasion: gift.occasion,
        reason: gift.reason,
      },
      gift.kind ? undefined : giftPicture(colours[index % colours.length]!),
    ),
  );
  return id;
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
