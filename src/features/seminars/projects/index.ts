/** Projects of seminars: from the first draft through approval to the closing summary. What pages and other parts may use. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Outcome } from '../outcome.ts';
import type { SeminarState } from '../seminar.ts';
import { copySeminar } from './copy-seminar.ts';
import { listOrganising, listSeminars, type SeminarFilter } from './list-seminars.ts';
import { openSeminar, overviewOf } from './open-seminar.ts';
import { selectProject } from './project.queries.ts';
import type { OpenedSeminar, Project, SeminarLine, SeminarOverview } from './project.ts';
import { saveProject } from './save-project.ts';
import { saveSeminar } from './save-seminar.ts';
import { takeStep } from './take-step.ts';

export type { OpenedSeminar } from './project.ts';

export type Projects = {
  readonly list: (signedIn: SignedIn, filter?: SeminarFilter) => Promise<readonly SeminarLine[]>;
  /** Centres in whose name the officer may make a seminar. */
  readonly listOrganising: (
    signedIn: SignedIn,
  ) => Promise<readonly { id: number; nameTh: string; nameEn: string }[]>;
  /** Undefined when there is none, or none for her. Every page of a seminar begins with it. */
  readonly open: (signedIn: SignedIn, id: string) => Promise<OpenedSeminar | undefined>;
  readonly overview: (signedIn: SignedIn, id: string) => Promise<SeminarOverview | undefined>;
  readonly project: (signedIn: SignedIn, id: string) => Promise<Project | undefined>;
  readonly saveSeminar: (signedIn: SignedIn, form: unknown) => Promise<Outcome<{ id: string }>>;
  readonly saveProject: (signedIn: SignedIn, form: unknown) => Promise<Outcome<{ changedAt: Date }>>;
  readonly copy: (
    signedIn: SignedIn,
    what: { readonly seminarId: string; readonly fromId: string },
  ) => Promise<Outcome<{ id: string }>>;
  readonly takeStep: (signedIn: SignedIn, form: unknown) => Promise<Outcome<{ state: SeminarState }>>;
};

export function createProjects(ground: Ground, network: Network): Projects {
  const parts = { ground, network };
  return {
    list: (signedIn, filter) => listSeminars(parts, signedIn, filter),
    listOrganising: (signedIn) => listOrganising(parts, signedIn),
    open: (signedIn, id) => openSeminar(parts, signedIn, id),
    overview: (signedIn, id) => overviewOf(parts, signedIn, id),
    project: (signedIn, id) =>
      actingAs(ground.databases.officer, signedIn.actor, (trx) => selectProject(trx, id)),
    saveSeminar: (signedIn, form) => saveSeminar(parts, signedIn, form),
    saveProject: (signedIn, form) => saveProject(ground, signedIn, form),
    copy: (signedIn, what) => copySeminar(ground, signedIn, what),
    takeStep: (signedIn, form) => takeStep(ground, signedIn, form),
  };
}
