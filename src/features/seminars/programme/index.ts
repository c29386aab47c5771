/** Programmes of seminars: what pages and other parts may use. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Outcome } from '../outcome.ts';
import { placeSlot } from './place-slot.ts';
import { selectCompetencies, selectKnownSpeakers, selectProgramme } from './programme.queries.ts';
import type { Competency, KnownSpeaker, Programme } from './programme.ts';
import {
  allPublic,
  listPublic,
  type PublicCalendar,
  type PublicFilter,
  type PublicSeminar,
  type PublicView,
  viewPublic,
} from './public-seminars.ts';
import { remove, saveRoom, saveSpeaker } from './rooms-and-speakers.ts';
import { saveSlot } from './save-slot.ts';

export { officeProgrammeRoutes, publicProgrammeRoutes } from './http.ts';

type Saved = Promise<Outcome<{ id: string }>>;

export type Programmes = {
  /** Rooms, speakers and parts of a seminar that the officer may see. */
  readonly read: (signedIn: SignedIn, seminarId: string) => Promise<Programme>;
  /** With addresses and affiliations; for organisers. */
  readonly knownSpeakers: (signedIn: SignedIn, seminarId: string) => Promise<readonly KnownSpeaker[]>;
  /** The frame of competence as it is in force today. */
  readonly competencies: () => Promise<readonly Competency[]>;
  readonly saveSlot: (signedIn: SignedIn, form: unknown) => Saved;
  readonly placeSlot: (signedIn: SignedIn, form: unknown) => Promise<Outcome<{ changedAt: Date }>>;
  readonly saveRoom: (signedIn: SignedIn, form: unknown) => Saved;
  readonly saveSpeaker: (signedIn: SignedIn, form: unknown) => Saved;
  readonly remove: (signedIn: SignedIn, what: 'part' | 'room' | 'speaker', form: unknown) => Saved;
  readonly listPublic: (filter: PublicFilter) => Promise<PublicCalendar>;
  readonly allPublic: () => Promise<readonly PublicSeminar[]>;
  readonly viewPublic: (slug: string) => Promise<PublicView | undefined>;
};

export function createProgrammes(ground: Ground, network: Network): Programmes {
  const parts = { ground, network };
  const { databases } = ground;
  return {
    read: (signedIn, id) => actingAs(databases.officer, signedIn.actor, (trx) => selectProgramme(trx, id)),
    knownSpeakers: (signedIn, id) =>
      actingAs(databases.officer, signedIn.actor, (trx) => selectKnownSpeakers(trx, id)),
    competencies: () => selectCompetencies(databases.public, civilDate(ground.now())),
    saveSlot: (signedIn, form) => saveSlot(ground, signedIn, form),
    placeSlot: (signedIn, form) => placeSlot(ground, signedIn, form),
    saveRoom: (signedIn, form) => saveRoom(ground, signedIn, form),
    saveSpeaker: (signedIn, form) => saveSpeaker(ground, signedIn, form),
    remove: (signedIn, what, form) => remove(ground, signedIn, what, form),
    listPublic: (filter) => listPublic(parts, filter),
    allPublic: () => allPublic(parts),
    viewPublic: (slug) => viewPublic(parts, slug),
  };
}
