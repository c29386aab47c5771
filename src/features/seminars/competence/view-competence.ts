/** Whose competence one may see: one's own; of one's officers, by name; of the network, as numbers by centre. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { selectLearningRules } from '../learning/learning-rule.queries.ts';
import { valuesOn } from '../learning/learning-rule.ts';
import { frameKeeper, type Parts } from '../learning/needs.ts';
import { selectSlots } from '../seminar.queries.ts';
import type { Competency, Evidence, Level, LevelWords, Standing } from './competence.ts';
import { selectEvidence, selectFrame, selectLevels } from './evidence.queries.ts';
import { profileOf, type Suggestion, suggest } from './level-rules.ts';

export type Frame = {
  readonly competencies: readonly Competency[];
  readonly levels: readonly LevelWords[];
  readonly wanted: number;
};
export type Profile = Frame & {
  readonly standings: readonly Standing[];
  readonly evidence: readonly Evidence[];
};
export type PersonProfile = Profile & {
  readonly person: { readonly id: string; readonly nameTh: string; readonly unitId: number };
};
export type CentreTable = Frame & {
  readonly unitId: number;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly people: readonly {
    readonly id: string;
    readonly nameTh: string;
    readonly levels: readonly Level[];
  }[];
};
export type NetworkTable = Frame & {
  readonly centres: readonly {
    readonly unitId: number;
    readonly code: string;
    readonly nameTh: string;
    readonly nameEn: string;
    readonly officers: number;
    /** Of each competency: officers below the wanted level. */
    readonly below: readonly number[];
  }[];
};

/** The officer's own profile. */
export async function ownProfile({ ground }: Parts, signedIn: SignedIn): Promise<Profile> {
  const today = civilDate(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const frame = await selectFrame(trx, today);
    const values = valuesOn(await selectLearningRules(trx), today);
    const evidence = await selectEvidence(trx, [signedIn.person.id]);
    const codes = frame.map(({ code }) => code);
    const levels = profileOf(evidence, codes, values, today);
    return {
      competencies: frame,
      levels: await selectLevels(trx),
      wanted: values['wanted-level'],
      standings: codes.map((code) => ({
        code,
        level: levels.get(code) ?? 0,
        wanted: values['wanted-level'],
      })),
      evidence,
    };
  });
}

const ledUnits = (signedIn: SignedIn) => [
  ...new Set(signedIn.appointments.filter(({ role }) => role === 'head').map(({ unitId }) => unitId)),
];

/** The officers of the centres that somebody heads, by name. */
export async function ownCentres(
  { ground, network }: Parts,
  signedIn: SignedIn,
): Promise<readonly CentreTable[]> {
  const now = ground.now();
  const today = civilDate(now);
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const frame = await selectFrame(trx, today);
    const levels = await selectLevels(trx);
    const values = valuesOn(await selectLearningRules(trx), today);
    const tables: CentreTable[] = [];
    for (const unitId of ledUnits(signedIn)) {
      const centre = centres.find(({ id }) => id === unitId);
      const colleagues = await network.listColleagues(trx, unitId);
      const evidence = Map.groupBy(
        await selectEvidence(
          trx,
          colleagues.map(({ id }) => id),
        ),
        ({ personId }) => personId,
      );
      const codes = frame.map(({ code }) => code);
      tables.push({
        competencies: frame,
        levels,
        wanted: values['wanted-level'],
        unitId,
        nameTh: centre?.nameTh ?? '',
        nameEn: centre?.nameEn ?? '',
        people: colleagues
          .filter(({ id }) => id !== signedIn.person.id)
          .map(({ id, nameTh }) => {
            const levels = profileOf(evidence.get(id) ?? [], codes, values, today);
            return { id, nameTh, levels: codes.map((code) => levels.get(code) ?? 0) };
          }),
      });
    }
    return tables;
  });
}

/** One officer, as her superior sees her; undefined for anybody else. */
export async function personProfile(
  parts: Parts,
  signedIn: SignedIn,
  personId: string,
): Promise<PersonProfile | undefined> {
  const table = (await ownCentres(parts, signedIn)).find(({ people }) =>
    people.some(({ id }) => id === personId),
  );
  const person = table?.people.find(({ id }) => id === personId);
  if (!table || !person) return undefined;
  const evidence = await actingAs(parts.ground.databases.officer, signedIn.actor, (trx) =>
    selectEvidence(trx, [personId]),
  );
  return {
    competencies: table.competencies,
    levels: table.levels,
    wanted: table.wanted,
    person: { id: person.id, nameTh: person.nameTh, unitId: table.unitId },
    standings: table.competencies.map(({ code }, at) => ({
      code,
      level: person.levels[at] ?? 0,
      wanted: table.wanted,
    })),
    evidence,
  };
}

/** Numbers by centre, for those who keep the frame at the ministry. Read as the worker: no name leaves this function. */
export async function networkTable(parts: Parts, signedIn: SignedIn): Promise<NetworkTable | undefined> {
  if (!(await frameKeeper(parts, signedIn))) return undefined;
  const { ground, network } = parts;
  const db = ground.databases.worker;
  const today = civilDate(ground.now());
  const [frame, levels, rules, evidence] = await Promise.all([
    selectFrame(db, today),
    selectLevels(db),
    selectLearningRules(db),
    selectEvidence(db),
  ]);
  const values = valuesOn(rules, today);
  const codes = frame.map(({ code }) => code);
  const byPerson = Map.groupBy(evidence, ({ personId }) => personId);
  const people = await peopleByUnit(network, parts, signedIn);
  const centres = (await network.listCentres(ground.now())).filter(({ isOpen }) => isOpen);
  return {
    competencies: frame,
    levels,
    wanted: values['wanted-level'],
    centres: centres
      .map(({ id, code, nameTh, nameEn }) => {
        const officers = people.get(id) ?? [];
        const profiles = officers.map((person) =>
          profileOf(byPerson.get(person) ?? [], codes, values, today),
        );
        return {
          unitId: id,
          code,
          nameTh,
          nameEn,
          officers: officers.length,
          below: codes.map(
            (one) => profiles.filter((profile) => (profile.get(one) ?? 0) < values['wanted-level']).length,
          ),
        };
      })
      .filter(({ officers }) => officers > 0),
  };
}

async function peopleByUnit(
  network: Network,
  { ground }: Parts,
  signedIn: SignedIn,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const centres = (await network.listCentres(ground.now())).filter(({ isOpen }) => isOpen);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const found = new Map<number, readonly string[]>();
    for (const { id } of centres)
      found.set(
        id,
        (await network.listColleagues(trx, id))
          // Who only audits, oversees or administers does not do the work that the frame describes.
          .filter(({ roles }) =>
            roles.some((role) => !['auditor', 'overseer', 'administrator'].includes(role)),
          )
          .map((one) => one.id),
      );
    return found;
  });
}

export type Nominee = Suggestion & { readonly nameTh: string };

/** Whom a head might send to a seminar, and for what; nobody's to see but the head of the sending centre. */
export async function suggestNominees(
  { ground, network }: Parts,
  signedIn: SignedIn,
  seminarId: string,
  unitId: number,
): Promise<readonly Nominee[]> {
  if (!ledUnits(signedIn).includes(unitId)) return [];
  const today = civilDate(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const served = (await selectSlots(trx, seminarId)).flatMap(({ competencies }) => competencies);
    if (served.length === 0) return [];
    const values = valuesOn(await selectLearningRules(trx), today);
    const named = await trx
      .selectFrom('seminars.registration')
      .select('person_id')
      .where('seminar_id', '=', seminarId)
      .where('unit_id', '=', unitId)
      .where('state', 'in', ['nominated', 'approved', 'confirmed', 'waitlisted', 'offered'])
      .execute();
    const taken = new Set(named.map((row) => row.person_id));
    const colleagues = (await network.listColleagues(trx, unitId)).filter(
      ({ id, roles }) =>
        id !== signedIn.person.id &&
        !taken.has(id) &&
        roles.some((role) => !['auditor', 'overseer', 'administrator'].includes(role)),
    );
    const evidence = Map.groupBy(
      await selectEvidence(
        trx,
        colleagues.map(({ id }) => id),
      ),
      ({ personId }) => personId,
    );
    return suggest(
      colleagues.map(({ id }) => ({
        personId: id,
        levels: profileOf(evidence.get(id) ?? [], served, values, today),
      })),
      served,
      values['wanted-level'],
    ).map((one) => ({
      ...one,
      nameTh: colleagues.find(({ id }) => id === one.personId)?.nameTh ?? '',
    }));
  });
}
