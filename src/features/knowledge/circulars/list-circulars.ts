/** The register in lists: addressed to the person's centres, issued by them, and public. */
import type { Centre, CentreKind, Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { unitsFor, workUnits } from './circular.policies.ts';
import { selectIssued, selectMentions, selectPublic, selectReceived } from './circular.queries.ts';
import type { CircularKind, CircularLine, IssuedLine, ReceivedLine } from './circular.ts';
import { readerState, withinReach } from './circular-rules.ts';
import { nameOf } from './view-circular.ts';

type Parts = { readonly ground: Ground; readonly network: Network };
const shown = 300;
const tidy = (sought: string) => sought.normalize('NFC').trim().slice(0, 100);

/** Unread first, then answers due in order of the day, then the rest, newest first. */
export async function listReceived(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
  sought = '',
): Promise<readonly ReceivedLine[]> {
  const units = workUnits(signedIn.appointments);
  if (units.length === 0) return [];
  const now = ground.now();
  const centres = await network.listCentres(now);
  const rows = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    selectReceived(trx, units, tidy(sought), shown),
  );
  return rows.map((row) => ({
    ...presentLine(row, centres, locale),
    unitId: row.to_unit_id,
    unitName: nameOf(
      centres.find(({ id }) => id === row.to_unit_id),
      locale,
    ),
    state: readerState(
      {
        acknowledgedAt: row.acknowledged_at,
        isAnswered: row.is_answered,
        answerDueOn: row.answer_due_on,
      },
      civilDate(now),
    ),
  }));
}

export async function listIssued(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
  sought = '',
): Promise<readonly IssuedLine[]> {
  const units = workUnits(signedIn.appointments);
  if (units.length === 0) return [];
  const centres = await network.listCentres(ground.now());
  const rows = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    selectIssued(trx, units, tidy(sought), shown),
  );
  return rows.map((row) => ({
    ...presentLine(row, centres, locale),
    addressees: row.addressees,
    acknowledged: row.acknowledged,
    answered: row.answered,
  }));
}

export type PublicLine = CircularLine & { readonly gist: string | undefined; readonly fileSize: number };

export async function listPublic(
  { ground, network }: Parts,
  locale: Locale,
  sought = '',
): Promise<readonly PublicLine[]> {
  const centres = await network.listCentres(ground.now());
  const rows = await selectPublic(ground.databases.public, tidy(sought), shown);
  return rows.map((row) => ({
    ...presentLine({ ...row, answer_due_on: null }, centres, locale),
    gist: row.gist ?? undefined,
    fileSize: row.file_size,
  }));
}

/** A circular in force that seems to name a section of some law. */
export type Mention = {
  readonly id: string;
  readonly unitId: number;
  readonly number: string;
  readonly subject: string;
  readonly gist: string | undefined;
};

/** What the person may see, or without one the public; whoever asks looks for the sections. */
export async function listMentions(
  { ground }: Parts,
  signedIn: SignedIn | undefined,
): Promise<readonly Mention[]> {
  const rows = signedIn
    ? await actingAs(ground.databases.officer, signedIn.actor, (trx) => selectMentions(trx, shown))
    : await selectMentions(ground.databases.public, shown);
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    number: row.number,
    subject: row.subject,
    gist: row.gist ?? undefined,
  }));
}

/** A centre in whose name the person may issue, and whom it may address. */
export type Issuer = {
  readonly id: number;
  readonly name: string;
  readonly reach: readonly { code: string; name: string; kind: CentreKind }[];
};

export async function listIssuers(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
): Promise<readonly Issuer[]> {
  const centres = await network.listCentres(ground.now());
  return unitsFor('issue', signedIn.appointments).map(({ id, code }) => ({
    id,
    name: nameOf(
      centres.find((centre) => centre.id === id),
      locale,
    ),
    reach: withinReach(centres, code).map((centre) => ({
      code: centre.code,
      name: nameOf(centre, locale),
      kind: centre.kind,
    })),
  }));
}

type LineRow = {
  id: string;
  unit_id: number;
  kind: string;
  number: string;
  dated: string;
  subject: string;
  is_public: boolean;
  answer_due_on: string | null;
  is_superseded: unknown;
  issued_at: Date;
};

const presentLine = (row: LineRow, centres: readonly Centre[], locale: Locale): CircularLine => ({
  id: row.id,
  kind: row.kind as CircularKind,
  number: row.number,
  dated: row.dated,
  subject: row.subject,
  fromName: nameOf(
    centres.find(({ id }) => id === row.unit_id),
    locale,
  ),
  isPublic: row.is_public,
  answerDueOn: row.answer_due_on ?? undefined,
  isSuperseded: Boolean(row.is_superseded),
  issuedAt: row.issued_at,
});
