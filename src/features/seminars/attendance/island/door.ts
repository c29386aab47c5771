/**
 * The work at the door without its pictures: reads a ticket or a name, judges by the same rule as the server, keeps the
 * scan, sends what waits whenever there is network. Tells the page after every change.
 */
import { randomBytes, toBase64Url } from '#platform/sealing/bytes.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Verdict } from '../attendance.ts';
import { judge, sessionNow } from '../attendance-rules.ts';
import { type ListedPerson, openList, type ScanList } from '../scan-list.ts';
import { foldCode, isGenuine, readTicket, seatCode } from '../ticket.ts';
import { atOnce, enrol, loadList, type ServerProblem, sendScans } from './server.ts';
import type { DeviceIdentity, DoorSettings, DoorStore, KeptScan } from './store.ts';

export type Result = {
  readonly verdict: Verdict | 'no-ticket';
  readonly person: ListedPerson | undefined;
  readonly at: Date;
};

export type DoorState = {
  readonly phase: 'enrol' | 'working' | 'door';
  readonly problem: ServerProblem | 'unsent' | 'over' | 'changed' | undefined;
  readonly list: ScanList | undefined;
  readonly session: string | undefined;
  readonly settings: DoorSettings;
  readonly isOnline: boolean;
  readonly waiting: number;
  readonly present: number;
  readonly result: Result | undefined;
  /** Latest first. */
  readonly recent: readonly (KeptScan & { readonly person: ListedPerson | undefined })[];
};

export async function openDoor(store: DoorStore, tell: (state: DoorState) => void) {
  let device = await store.device();
  let settings: DoorSettings = (await store.settings()) ?? { locale: 'th', sound: true };
  let list: ScanList | undefined;
  let tag = '';
  let scans = await store.scans();
  let isIn = new Set<string>();
  let people = new Map<string, ListedPerson>();
  let isOnline = navigator.onLine;
  let phase: DoorState['phase'] = 'enrol';
  let problem: DoorState['problem'];
  let result: Result | undefined;
  let work: Promise<unknown> = Promise.resolve();
  let isSending = false;

  const session = () => {
    const planned = (list?.sessions ?? []).map(({ key, startsAt, endsAt }) => ({
      key,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    }));
    const now = sessionNow(planned, new Date());
    return list?.sessions.find(({ key }) => key === settings.session)?.key ?? now;
  };
  const place = (key: string, id: string) => `${key} ${id}`;
  const personOf = (scan: KeptScan) =>
    people.get(scan.registration ?? (scan.ticket && readTicket(scan.ticket)?.registrationId) ?? '');

  const show = () => {
    const shown = session();
    tell({
      phase,
      problem,
      list,
      session: shown,
      settings,
      isOnline,
      waiting: scans.filter(({ sent }) => sent === 0).length,
      present: shown ? (list?.people.filter(({ id }) => isIn.has(place(shown, id))).length ?? 0) : 0,
      result,
      recent: scans
        .slice(-12)
        .reverse()
        .map((scan) => ({ ...scan, person: personOf(scan) })),
    });
  };

  /** Takes the stored list into use, if it is ours, whole and not past its time. */
  const takeList = async () => {
    const kept = await store.list();
    list = undefined;
    if (kept && device?.key) {
      list = await openList(device.key, kept);
      problem = list ? undefined : 'changed';
      if (list && new Date(list.holdUntil) < new Date()) {
        await ((await store.countUnsent()) === 0 ? store.erase() : store.dropList());
        list = undefined;
        problem = 'over';
      }
    }
    tag = list ? kept!.tag : '';
    people = new Map(list?.people.map((person) => [person.id, person]));
    isIn = new Set(
      Object.entries(list?.present ?? {}).flatMap(([key, places]) =>
        places.flatMap((at) => list?.people[at] ?? []).map(({ id }) => place(key, id)),
      ),
    );
    for (const scan of scans) remember(scan);
    phase = list ? 'door' : 'enrol';
  };

  const remember = (scan: KeptScan) => {
    const person = personOf(scan);
    const stands = scan.serverVerdict ?? scan.verdict;
    if (person && (stands === 'ok' || stands === 'duplicate')) isIn.add(place(scan.session, person.id));
  };

  const forget = async (why: DoorState['problem']) => {
    await store.erase();
    device = undefined;
    scans = [];
    result = undefined;
    await takeList();
    problem = why;
    show();
  };

  /** What came of a question to the server: network or none, shut out or not. True when there is more to do. */
  const heard = async (answer: { ok: true } | { ok: false; problem: ServerProblem }) => {
    isOnline = answer.ok || answer.problem !== 'network';
    if (!answer.ok && answer.problem === 'revoked') await forget('revoked');
    return answer.ok;
  };

  const refresh = async () => {
    if (!device?.key) return;
    const answer = await loadList(device, tag);
    if ((await heard(answer)) && answer.ok && answer.value) {
      await store.keepList(answer.value);
      await takeList();
    }
    show();
  };

  const send = async () => {
    if (isSending || !device?.key) return;
    isSending = true;
    try {
      for (;;) {
        const some = await store.unsent(atOnce);
        if (some.length === 0 || !device) break;
        const answer = await sendScans(device, some);
        if (!(await heard(answer)) || !answer.ok || answer.value.size === 0) break;
        await store.markSent(answer.value);
        scans = await store.scans();
      }
    } finally {
      isSending = false;
      show();
    }
  };

  const keep = async (scan: KeptScan, person: ListedPerson | undefined) => {
    await store.addScan(scan);
    scans = [...scans, scan];
    remember(scan);
    result = { verdict: scan.verdict, person, at: new Date(scan.at) };
    show();
    if (navigator.onLine) void send();
  };

  const base = (key: string) => ({
    id: crypto.randomUUID(),
    session: key,
    at: new Date().toISOString(),
    sent: 0 as const,
  });

  const scanCode = async (text: string): Promise<void> => {
    const shown = session();
    if (!list || !shown || !device?.key) return;
    const ticket = readTicket(text);
    if (!ticket) {
      result = { verdict: 'no-ticket', person: undefined, at: new Date() };
      return show();
    }
    const person = people.get(ticket.registrationId);
    const verdict = judge({
      isGenuine: await isGenuine(device.key, ticket),
      isOfThisSeminar: ticket.seminarId === list.seminar.id,
      state: person?.state,
      isIn: isIn.has(place(shown, ticket.registrationId)),
    });
    await keep(
      { ...base(shown), source: 'qr', ticket: text.trim(), verdict },
      verdict === 'forged' ? undefined : person,
    );
  };

  const choose = async (id: string): Promise<void> => {
    const shown = session();
    const person = people.get(id);
    if (!shown || !person) return;
    const verdict = judge({
      isGenuine: true,
      isOfThisSeminar: true,
      state: person.state,
      isIn: isIn.has(place(shown, id)),
    });
    await keep({ ...base(shown), source: 'manual', registration: id, verdict }, person);
  };

  /** One reading after the other: two at once would both be the first. */
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const next = work.then(act, act);
    work = next;
    return next;
  };

  const change = async (next: Partial<DoorSettings>) => {
    settings = { ...settings, ...next };
    await store.keepSettings(settings);
    show();
  };

  const letIn = async (link: string): Promise<void> => {
    const [, id, mark] = /([0-9a-f-]{36})\.([A-Za-z0-9_-]{22})\s*$/.exec(link) ?? [];
    if (!id || !mark) {
      problem = 'unknown';
      return show();
    }
    if (device?.id !== id && (await store.countUnsent()) > 0) {
      problem = 'unsent';
      return show();
    }
    const isSame = device?.id === id;
    const newcomer: DeviceIdentity =
      isSame && device ? device : { id, mark, secret: toBase64Url(randomBytes(32)) };
    phase = 'working';
    problem = undefined;
    show();
    // Kept first: if the answer is lost, the same secret asks again.
    if (!isSame) {
      await store.erase();
      scans = [];
      await store.keepDevice(newcomer);
    }
    device = newcomer;
    const answer = await enrol(newcomer);
    await heard(answer);
    if (!answer.ok) {
      phase = 'enrol';
      problem = answer.problem;
      return show();
    }
    device = { ...newcomer, key: answer.value };
    await store.keepDevice(device);
    await refresh();
  };

  await takeList();
  show();

  return {
    letIn: (link: string) => inTurn(() => letIn(link)),
    scanCode: (text: string) => inTurn(() => scanCode(text)),
    choose: (id: string) => inTurn(() => choose(id)),
    find: (typed: string): readonly ListedPerson[] => findPeople(list?.people ?? [], typed),
    chooseSession: (key: string) => change({ session: key }),
    setLocale: (locale: Locale) => change({ locale }),
    setSound: (sound: boolean) => change({ sound }),
    erase: () => inTurn(() => forget(undefined)),
    /** Whenever there may be network again, and every now and then. */
    sync: async () => {
      if (!navigator.onLine) {
        isOnline = false;
        return show();
      }
      await send();
      await refresh();
    },
  };
}

/** By the code below the QR, else by a part of the name; few, so that a thumb finds the right one. */
export function findPeople(people: readonly ListedPerson[], typed: string): readonly ListedPerson[] {
  const sought = typed.trim();
  if (sought.length < 2) return [];
  const code = foldCode(sought);
  const byCode = code.length === 8 ? people.filter(({ id }) => foldCode(seatCode(id)) === code) : [];
  if (byCode.length > 0) return byCode;
  const words = sought.toLocaleLowerCase().split(/\s+/);
  return people
    .filter(({ name }) => words.every((word) => name.toLocaleLowerCase().includes(word)))
    .slice(0, 8);
}
