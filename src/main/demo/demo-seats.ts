/** Fills a published seminar of the demonstration: quotas, a form, some 220 people of all centres, a waiting list, answers. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { usualForm } from '#features/seminars/seats/form/usual-form.seed.ts';
import { type App, createApp } from '#main/app.ts';
import { addDays, asCivilDate, civilDate, startOfDay } from '#platform/calendar/civil-date.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { familyNames, mensNames, positions, womensNames } from './demo-seats-text.ts';

/** Every published seminar that has nobody yet; one that is over was filled some weeks before its first day. */
export async function fillPublishedSeats(app: App, network: DemoNetwork): Promise<void> {
  const organiser = officerOf(network, 'officer.moi@demo.example');
  for (const { id, state, startsOn, endsOn } of await app.projects.list(organiser)) {
    if (state !== 'published') continue;
    const isOver = endsOn < civilDate(app.ground.now());
    const then = startOfDay(addDays(asCivilDate(startsOn), -20));
    const at = isOver ? createApp({ ...app.ground, now: () => then }) : app;
    await fillSeats(at, network, id);
    if (isOver) await acceptOffers(at, organiser, id);
  }
}

/** Of a seminar that is over nobody still waits for an answer. */
async function acceptOffers(app: App, organiser: SignedIn, seminarId: string): Promise<void> {
  const offered = await app.seats.register(organiser, seminarId, { state: 'offered' });
  for (const { id } of offered?.lines ?? []) must(await app.seats.step(organiser, { id, step: 'accept' }));
}

/**
 * Two for each centre by quota, then more for the common seats until some thirty wait; a few withdraw, one is offered a
 * seat, one is substituted, most have answered the form. Made through the use cases at the app's own time.
 */
export async function fillSeats(app: App, network: DemoNetwork, seminarId: string): Promise<void> {
  const organiser = officerOf(network, 'officer.moi@demo.example');
  const register = await app.seats.register(organiser, seminarId, {}, 1);
  if (!register || register.count > 0) return;
  const { seminar, centres } = register;
  const each = Math.max(1, Math.floor((seminar.seats - 10) / centres.length));
  const quotas = centres.map(({ id }) => ({ unitId: id, kind: 'participant', seats: each }));
  must(await app.seats.saveQuotas(organiser, seminarId, quotas));
  must(await app.seats.saveForm(organiser, seminarId, { id: randomUUID(), fields: usualForm }));
  await nominateHere(app, network, seminarId);
  const names = people(centres, each, seminar.seats - each * centres.length + 30);
  must(await app.seats.importNames(organiser, seminarId, names));
  await live(app, organiser, seminarId);
}

/** Chiang Mai's officer puts two names forward, which its head has still to approve. */
async function nominateHere(app: App, network: DemoNetwork, seminarId: string): Promise<void> {
  const officer = officerOf(network, 'chiangmai@demo.example');
  const unitId = officer.appointments[0]!.unitId;
  for (const [at, nameTh] of ['คำแสน ดอยสุเทพ', 'บัวเงิน เวียงพิงค์'].entries())
    must(
      await app.seats.nominate(officer, {
        id: randomUUID(),
        seminarId,
        unitId,
        kind: 'participant',
        prefixTh: at === 0 ? 'นาย' : 'นาง',
        nameTh,
        positionTh: positions[at]!,
        email: `seat.chiangmai${at + 1}@demo.example`,
      }),
    );
}

type Centre = { readonly id: number; readonly nameTh: string };

function people(centres: readonly Centre[], each: number, more: number) {
  const asked = [
    ...Array.from({ length: each }, () => centres).flat(),
    ...Array.from({ length: more }, (_, at) => centres[(at * 7) % centres.length]!),
  ];
  return asked.map((centre, at) => {
    const woman = at % 5 < 3;
    const given = woman ? womensNames : mensNames;
    return {
      centre: centre.nameTh,
      kind: '',
      prefix: woman ? (at % 2 ? 'นาง' : 'นางสาว') : 'นาย',
      name: `${given[(at * 13) % given.length]} ${familyNames[(at * 29 + Math.floor(at / 7)) % familyNames.length]}`,
      position: positions[at % positions.length]!,
      email: `seat${at + 1}@demo.example`,
      phone: `0${2 + (at % 8)} ${String(1_000_000 + at * 7_919).slice(0, 3)} ${String(1_000 + ((at * 613) % 9_000))}`,
    };
  });
}

/** What happens between being seated and the first day. */
async function live(app: App, organiser: SignedIn, seminarId: string): Promise<void> {
  const register = await app.seats.register(organiser, seminarId, { state: 'confirmed' });
  const seated = register?.lines ?? [];
  const food = ['any', 'any', 'any', 'halal', 'vegetarian', 'any', 'vegan'];
  for (const [at, line] of seated.entries()) {
    if (at % 4 === 3) continue;
    const { token } = (await app.seats.one(organiser, seminarId, line.id))!;
    const answers: Record<string, string> = {
      food: food[at % food.length]!,
      lodging: at % 3 === 0 ? 'no' : 'yes',
      'room-mate': 'anybody',
      travel: ['official', 'own', 'public', 'air'][at % 4]!,
      listed: at % 6 === 0 ? 'no' : 'yes',
      ...(at % 19 === 0 ? { allergies: 'กุ้ง' } : {}),
    };
    must(
      await app.seats.answerForm(token, {
        answers: (code) => [answers[code] ?? ''],
        positionTh: line.positionTh,
        phone: line.phone ?? '',
        citizenNumber: '',
      }),
    );
  }
  for (const line of seated.slice(-3))
    must(await app.seats.step(organiser, { id: line.id, step: 'withdraw', reason: 'ติดราชการ' }));
  const first = seated[0];
  if (first)
    must(
      await app.seats.substitute(organiser, {
        id: randomUUID(),
        replaces: first.id,
        reason: 'ย้ายหน่วยงาน',
        prefixTh: 'นาย',
        nameTh: 'ณรงค์ มาแทน',
        positionTh: first.positionTh,
        email: 'seat.instead@demo.example',
      }),
    );
}

const officerOf = (network: DemoNetwork, email: string): SignedIn => network.people.get(email)!;

function must(outcome: { readonly ok: boolean; readonly code?: string }): void {
  if (!outcome.ok) throw new Error(`the demonstration was refused: ${outcome.code}`);
}
