/** Who came to the seminars that are over, and their certificates: scans, paper, a correction, an apology, all as on the day. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { enrolDevice, knowDevice } from '#features/seminars/attendance/device-door.ts';
import { takeScans } from '#features/seminars/attendance/take-scans.ts';
import { makeTicket } from '#features/seminars/attendance/ticket.ts';
import { ticketKey } from '#features/seminars/attendance/ticket-key.ts';
import type { Board } from '#features/seminars/index.ts';
import type { App } from '#main/app.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { demoReasons } from './demo-attendance-text.ts';
import type { DemoNetwork } from './demo-officers.ts';

/** Every seminar of the ministry that is over and has people with seats; nothing where there is none. */
export async function fillAttendance(app: App, network: DemoNetwork): Promise<void> {
  const { signedIn: head } = network.officers.find(({ email }) => email === 'head.moi@demo.example')!;
  const today = civilDate(app.ground.now());
  for (const { id, endsOn } of await app.projects.list(head)) {
    if (endsOn >= today) continue;
    const board = await app.attendance.board(head, id, { locale: 'th' });
    if (!board || board.sessions.length === 0 || board.people.length === 0) continue;
    await fillDay(app, head, board);
    await issue(app, head, board);
  }
}

/** Of ten, seven are scanned, two sign on paper, one is missing; one who was missing had apologised. */
async function fillDay(app: App, head: SignedIn, { seminar, sessions, people }: Board): Promise<void> {
  const send = await openDoor(app, head, seminar.id);
  const key = await ticketKey(app.ground);
  const missing = new Set<string>();
  for (const [turn, session] of sessions.entries()) {
    const comes = (place: number) => (place * 7 + turn * 3) % 10;
    const scanned = people.filter((_, place) => comes(place) < 7);
    for (let from = 0; from < scanned.length; from += 100)
      await send(
        await Promise.all(
          scanned.slice(from, from + 100).map(async (person, place) => ({
            id: randomUUID(),
            session: session.key,
            source: 'qr' as const,
            ticket: await makeTicket(key, { seminarId: seminar.id, registrationId: person.id }),
            // The list of the device was an hour old: it did not know yet of the last seat that was confirmed.
            verdict: place === 3 && turn === 0 ? ('not-confirmed' as const) : ('ok' as const),
            at: new Date(session.startsAt.getTime() - 1_500_000 + place * 9_000).toISOString(),
          })),
        ),
      );
    const signed = people.filter((_, place) => [7, 8].includes(comes(place)));
    if (signed.length > 0)
      must(
        await app.attendance.enterPaper(head, {
          id: randomUUID(),
          seminarId: seminar.id,
          session: session.key,
          registrationIds: signed.map(({ id }) => id),
        }),
      );
    for (const [place, person] of people.entries()) if (comes(place) === 9) missing.add(person.id);
  }
  const [first, second] = missing;
  const session = sessions.at(-1)!.key;
  const entry = { seminarId: seminar.id, session };
  if (first)
    must(
      await app.attendance.correct(head, {
        ...entry,
        id: randomUUID(),
        registrationId: first,
        present: true,
        reason: demoReasons.forgot,
      }),
    );
  if (second)
    must(
      await app.attendance.enterApology(head, {
        ...entry,
        id: randomUUID(),
        registrationId: second,
        reason: demoReasons.called,
      }),
    );
}

type Sending = Parameters<typeof takeScans>[2];

/** A telephone at the main door, let in as a real one; returns how it hands scans over. */
async function openDoor(
  app: App,
  head: SignedIn,
  seminarId: string,
): Promise<(scans: Sending) => Promise<void>> {
  const parts = { ground: app.ground, network: app.network };
  const id = randomUUID();
  must(await app.attendance.makeDevice(head, { id, seminarId, name: demoReasons.door }));
  const board = await app.attendance.board(head, seminarId, { locale: 'th' });
  const [device = '', mark = ''] = new URL(board!.devices.find((one) => one.id === id)!.link!).hash
    .slice(1)
    .split('.');
  const secret = randomBytes(32).toString('base64url');
  must(await enrolDevice(parts, { device, mark, secret }));
  const known = await knowDevice(parts, `Device ${device}.${secret}`);
  if (!known || known === 'revoked') throw new Error('the demonstration’s device was refused');
  return async (scans) => {
    await takeScans(parts, known, scans);
  };
}

async function issue(app: App, head: SignedIn, { seminar }: Board): Promise<void> {
  const view = await app.certificates.view(head, seminar.id, 'th');
  const orders = [
    { kind: 'attendee', chosen: [] as string[] },
    { kind: 'speaker', chosen: (view?.speakers ?? []).map(({ id }) => id) },
  ];
  for (const order of orders) {
    if (order.kind === 'speaker' && order.chosen.length === 0) continue;
    const id = randomUUID();
    must(
      await app.certificates.order(head, {
        ...order,
        id,
        seminarId: seminar.id,
        dated: seminar.endsOn,
        signerName: view!.signer.name,
        signerPosition: demoReasons.headOfCentre,
      }),
    );
    // The background would do it in its turn; the demonstration opens with it done.
    await app.certificates.issue(id);
  }
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
