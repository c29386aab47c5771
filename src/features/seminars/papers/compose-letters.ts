/** Letters and sheets of a seminar: the invitation of centres, of a speaker, the programme, sheets to sign. Pure. */
import type { Centre } from '#features/network/index.ts';
import { asCivilDate, civilDate, civilTime } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Block, Letter, Report } from '#platform/documents/index.ts';
import type { ProgrammeSlot } from '../programme/programme.ts';
import { minuteOf } from '../programme/programme-rules.ts';
import type { PublicView } from '../programme/public-seminars.ts';
import { programmeText } from '../programme/text.ts';
import { seminarsText } from '../text.ts';
import type { Matter } from './paper-matter.ts';
import {
  addedOf,
  heading,
  officeOf,
  paragraph,
  programmeBlocks,
  signerOf,
  thaiDate,
  whenOf,
  whereOf,
} from './paper-parts.ts';
import { paperWords as words } from './paper-text.th.ts';

function letter(matter: Matter, paper: Pick<Letter, 'subject' | 'to' | 'blocks' | 'enclosures'>): Letter {
  const { facts, centre } = matter;
  return {
    office: officeOf(centre),
    ...(facts.number ? { number: facts.number } : {}),
    date: asCivilDate(matter.date),
    ...paper,
    signer: signerOf(matter),
    contact: [officeOf(centre), ...(facts.phone ? [words.contact(facts.phone)] : [])],
    madeAt: matter.now,
  };
}

/** The circular to all centres: when, where, until when to name whom. The table of seats and the programme go with it. */
export function invitationLetter(matter: Matter): Letter {
  const { seminar, centre, facts } = matter;
  const { invitation } = words;
  return letter(matter, {
    subject: invitation.subject(seminar.titleTh),
    to: facts.addressee || words.allCentres,
    enclosures: [invitation.quotas, invitation.programme],
    blocks: [
      paragraph(invitation.cause(officeOf(centre), seminar.titleTh, whenOf(seminar), whereOf(seminar))),
      paragraph(invitation.wish(seminar.nominateBy ? thaiDate(seminar.nominateBy) : '')),
      ...(seminar.releaseOn ? [paragraph(invitation.release(thaiDate(seminar.releaseOn)))] : []),
      ...addedOf(matter),
      paragraph(invitation.end),
    ],
  });
}

/** How many seats each centre has; goes with the invitation. */
export function quotaSheet(matter: Matter): Report {
  const { seminar, quotas, centres } = matter;
  const { invitation } = words;
  const [number, name, seats] = invitation.quotaColumns;
  const table: Block = {
    kind: 'table',
    table: {
      columns: [
        { label: number, share: 1, align: 'center' },
        { label: name, share: 6 },
        { label: seats, share: 2, align: 'right' },
      ],
      rows: quotas.map((quota, at) => [String(at + 1), nameOf(centres, quota.unitId), String(quota.seats)]),
      foot: ['', invitation.quotaTotal, String(quotas.reduce((sum, quota) => sum + quota.seats, 0))],
    },
  };
  return {
    ...sheetOf(matter),
    title: `${invitation.quotas} ${seminar.titleTh}`,
    blocks: [quotas.length > 0 ? table : paragraph(invitation.noQuotas)],
  };
}

const nameOf = (centres: readonly Centre[], unitId: number) => {
  const centre = centres.find(({ id }) => id === unitId);
  return centre ? officeOf(centre) : '';
};

const sheetOf = ({ seminar, centre, now }: Matter) => ({
  subtitle: [whenOf(seminar), whereOf(seminar)].filter(Boolean).join(' '),
  locale: 'th' as const,
  madeAt: now,
  author: officeOf(centre),
});

/** To one speaker, with her parts; undefined for somebody who is none of this seminar. */
export function speakerLetter(matter: Matter, speakerId: string): Letter | undefined {
  const { seminar, centre, programme } = matter;
  const speaker = programme.speakers.find(({ id }) => id === speakerId);
  if (!speaker) return undefined;
  const own = programme.slots.flatMap((slot) =>
    slot.speakers.filter((each) => each.speakerId === speakerId).map(({ role }) => ({ slot, role })),
  );
  const [when, what, role] = words.speaker.columns;
  return letter(matter, {
    subject: words.speaker.subject(seminar.titleTh),
    to: [speaker.nameTh, speaker.positionTh].filter(Boolean).join(' '),
    blocks: [
      paragraph(words.speaker.cause(officeOf(centre), seminar.titleTh, whenOf(seminar), whereOf(seminar))),
      paragraph(words.speaker.wish),
      {
        kind: 'table',
        table: {
          columns: [
            { label: when, share: 3 },
            { label: what, share: 5 },
            { label: role, share: 2 },
          ],
          rows: own.map((each) => [
            `${thaiDate(civilDate(each.slot.startsAt))} ${timesOf(each.slot)}`,
            `${seminarsText('th').slotKinds[each.slot.kind]} ${each.slot.titleTh}`,
            seminarsText('th').speakerRoles[each.role],
          ]),
        },
      },
      ...addedOf(matter),
      paragraph(words.speaker.end),
    ],
  });
}

const timesOf = ({ startsAt, endsAt }: ProgrammeSlot) =>
  programmeText('th').timeRange(civilTime(startsAt), civilTime(endsAt));

export function programmeSheet(matter: Matter): Report {
  const { seminar, programme } = matter;
  return {
    ...sheetOf(matter),
    title: `${words.programme.title} ${seminar.titleTh}`,
    blocks: programmeBlocks(seminar, programme),
  };
}

/** The same for everybody, from what is public. */
export function publicProgrammeSheet({ seminar, programme }: PublicView, now: Date): Report {
  return {
    title: `${words.programme.title} ${seminar.titleTh}`,
    subtitle: [whenOf(seminar), whereOf(seminar)].filter(Boolean).join(' '),
    blocks: programmeBlocks(seminar, programme),
    locale: 'th',
    madeAt: now,
    author: seminar.unitNameTh,
  };
}

/** Half-days with something that counts, in order. */
export function halvesOf(
  slots: readonly ProgrammeSlot[],
): readonly { readonly day: string; readonly half: 'morning' | 'afternoon' }[] {
  const keys = slots
    .filter(({ countsForAttendance }) => countsForAttendance)
    .map(({ startsAt }) => `${civilDate(startsAt)} ${minuteOf(startsAt) < 12 * 60 ? 'a' : 'b'}`);
  return [...new Set(keys)].sort().map((key) => ({
    day: key.slice(0, 10),
    half: key.endsWith('a') ? 'morning' : 'afternoon',
  }));
}

const blankRows = 20;

/** A sheet for each half-day, its people by centre, with room to sign. */
export function signInSheets(matter: Matter): Report {
  const { seminar, programme, confirmed, centres } = matter;
  const [number, name, position, signature, remark] = words.signIn.columns;
  const halves = halvesOf(programme.slots);
  const table = (people: Matter['confirmed']): Block => ({
    kind: 'table',
    table: {
      columns: [
        { label: number, share: 1, align: 'center' },
        { label: name, share: 5 },
        { label: position, share: 5 },
        { label: signature, share: 4 },
        { label: remark, share: 2 },
      ],
      rows: people.map((each, at) => [String(at + 1), each.nameTh, each.positionTh, '', '']),
      rowHeight: 28,
    },
  });
  const blank = Array.from({ length: blankRows }, () => ({ unitId: 0, nameTh: '', positionTh: '' }));
  const byCentre = [...Map.groupBy(confirmed, ({ unitId }) => unitId)];
  const sheet = ({ day, half }: (typeof halves)[number], at: number): readonly Block[] => [
    ...(at > 0 ? [{ kind: 'page-break' } as const] : []),
    heading(words.signIn.half(formatDate(asCivilDate(day), 'th', 'long', { weekday: true }), half)),
    ...(byCentre.length === 0
      ? [paragraph(words.signIn.nobody), table(blank)]
      : byCentre.flatMap(([unitId, people]) => [heading(nameOf(centres, unitId)), table(people)])),
  ];
  return {
    ...sheetOf(matter),
    title: `${words.signIn.title} ${seminar.titleTh}`,
    blocks: halves.length === 0 ? [paragraph(words.signIn.noHalves)] : halves.flatMap(sheet),
  };
}
