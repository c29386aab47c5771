/** Reads declarations: an officer's own, those she decides on or keeps; and above, numbers only. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { selectChoices } from '../rules/rule.queries.ts';
import type { Choice } from '../rules/rule.ts';
import { inForce } from '../rules/rule.ts';
import { centreName, centresBelow, unitsWith } from '../standing.ts';
import {
  type ConflictRow,
  selectConflict,
  selectConflictFigures,
  selectConflicts,
  selectDecisions,
  selectNone,
} from './conflict.queries.ts';
import type { Action, ConflictFigures, ConflictLine, ConflictView, Matter } from './conflict.ts';
import type { ConflictParts } from './declare-conflict.ts';

const shown = 300;

export type ConflictDesk = {
  readonly fiscalYear: number;
  readonly own: readonly ConflictLine[];
  readonly others: readonly ConflictLine[];
  readonly nothingAt: Date | undefined;
  readonly units: readonly { readonly id: number; readonly name: string }[];
  /** Of the centres below; undefined for who sees none. */
  readonly figures: readonly ConflictFigures[] | undefined;
};

export async function conflictDesk(parts: Parts, signedIn: SignedIn, locale: Locale): Promise<ConflictDesk> {
  const { ground, network } = parts;
  const now = ground.now();
  const fiscalYear = fiscalYearOf(civilDate(now));
  const centres = await network.listCentres(now);
  const below = centresBelow(signedIn, centres);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const rows = await selectConflicts(trx, shown);
    const names = await namesOf(parts, trx, locale, rows);
    const lines = rows.map((row) =>
      presentLine(row, {
        signedIn,
        unitName: centreName(byId(row.unit_id), locale),
        nameOf: names,
        fiscalYear,
      }),
    );
    const figures = below.length > 0 ? await selectConflictFigures(trx, fiscalYear) : [];
    return {
      fiscalYear,
      own: lines.filter(({ isOwn }) => isOwn),
      others: lines
        .filter(({ isOwn }) => !isOwn)
        .sort((a, b) => Number(b.isMineToDecide && !b.action) - Number(a.isMineToDecide && !a.action)),
      nothingAt: (await selectNone(trx, signedIn.person.id, fiscalYear))?.declared_at,
      units: unitsWith(signedIn.appointments).map(({ id }) => ({ id, name: centreName(byId(id), locale) })),
      figures:
        below.length === 0
          ? undefined
          : below.flatMap((centre) => {
              const row = figures.find(({ unit_id }) => unit_id === centre.id);
              return row
                ? [
                    {
                      unitId: centre.id,
                      name: centreName(centre, locale),
                      officers: row.officers,
                      nothing: row.nothing,
                      declared: row.declared,
                      undecided: row.undecided,
                    },
                  ]
                : [];
            }),
    };
  });
  function byId(id: number) {
    return centres.find((centre) => centre.id === id);
  }
}

export async function viewConflict(
  parts: Parts,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<ConflictView | undefined> {
  const { ground, network } = parts;
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const row = await selectConflict(trx, id);
    if (!row) return undefined;
    const decisions = await selectDecisions(trx, id);
    const names = await namesOf(
      parts,
      trx,
      locale,
      [row],
      decisions.map(({ decided_by }) => decided_by),
    );
    const choices = await selectChoices(trx);
    const chosen = (list: string, code: string, version: number) =>
      choices.find((one) => one.list === list && one.code === code && one.version === version);
    const unit = centres.find((centre) => centre.id === row.unit_id);
    return {
      ...presentLine(row, {
        signedIn,
        unitName: centreName(unit, locale),
        nameOf: names,
        fiscalYear: fiscalYearOf(civilDate(ground.now())),
      }),
      relation: chosen('conflict-relation', row.relation, row.relation_version),
      interest: chosen('conflict-interest', row.interest, row.interest_version),
      detail: row.detail,
      caseId: row.case_id ?? undefined,
      decisions: decisions.map((one) => ({
        id: one.id,
        action: one.action as Action,
        reasons: one.reasons,
        by: names(one.decided_by),
        at: one.decided_at,
      })),
    };
  });
}

export type ConflictForm = {
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly relations: readonly Choice[];
  readonly interests: readonly Choice[];
  readonly found: { readonly id: string; readonly number: string } | undefined;
};

/** What the form needs; `caseId` when she comes from a case. */
export async function conflictForm(
  parts: ConflictParts,
  signedIn: SignedIn,
  locale: Locale,
  caseId: string | undefined,
): Promise<ConflictForm> {
  const { ground, network } = parts;
  const now = ground.now();
  const centres = await network.listCentres(now);
  const choices = inForce(
    await selectChoices(ground.databases.public),
    civilDate(now),
    ({ list, code }) => `${list} ${code}`,
  );
  const found = caseId ? await parts.findCase(signedIn, caseId) : undefined;
  return {
    // In a case, that of the centre which works on it.
    units: unitsWith(signedIn.appointments)
      .filter(({ id }) => !found || id === found.unitId)
      .map(({ id }) => ({
        id,
        name: centreName(
          centres.find((centre) => centre.id === id),
          locale,
        ),
      })),
    relations: choices.filter(({ list }) => list === 'conflict-relation'),
    interests: choices.filter(({ list }) => list === 'conflict-interest'),
    found: found && { id: caseId!, number: found.number },
  };
}

async function namesOf(
  { network }: Parts,
  trx: InTransaction,
  locale: Locale,
  rows: readonly ConflictRow[],
  others: readonly string[] = [],
): Promise<(id: string) => string> {
  const people = await network.findPeople(trx, [
    ...new Set([...rows.map(({ person_id }) => person_id), ...others]),
  ]);
  const names = new Map(
    people.map((person) => [person.id, (locale === 'en' ? person.nameEn : undefined) ?? person.nameTh]),
  );
  return (id) => names.get(id) ?? '';
}

type Around = {
  readonly signedIn: SignedIn;
  readonly unitName: string;
  readonly nameOf: (id: string) => string;
  readonly fiscalYear: number;
};

const presentLine = (row: ConflictRow, { signedIn, unitName, nameOf, fiscalYear }: Around): ConflictLine => ({
  id: row.id,
  person: nameOf(row.person_id),
  unitName,
  isOwn: row.person_id === signedIn.person.id,
  matter: row.matter as Matter,
  about: row.about,
  declaredAt: row.declared_at,
  isThisYear: row.fiscal_year === fiscalYear,
  action: (row.action as Action | null) ?? undefined,
  isMineToDecide: row.is_mine_to_decide,
});
