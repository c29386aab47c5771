/** Centres extend the library of forms of corruption, because they grow more diverse; the ministry accepts or says why not. */
import { raiseNotice } from '#features/knowledge/notices/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { findIdentifying } from './identifying.ts';
import { appointmentFor } from './lesson.policies.ts';
import type { LessonNeeds } from './needs.ts';
import { lessonsText } from './text.ts';
import {
  newProposal,
  type Proposal,
  type ProposalAnswer,
  type ProposalState,
  proposalDecision,
} from './typology-proposal.ts';

/** Those of the person's centres; for the ministry all. Waiting ones first. */
export async function listProposals(
  { ground }: LessonNeeds,
  signedIn: SignedIn,
): Promise<readonly Proposal[]> {
  const rows = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    trx
      .selectFrom('knowledge.typology_proposal')
      .selectAll()
      .orderBy((eb) => eb('state', '=', 'proposed'), 'desc')
      .orderBy('proposed_at', 'desc')
      .limit(200)
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    isMine: row.proposed_by === signedIn.person.id,
    at: row.proposed_at,
    title: row.title,
    how: row.how,
    signs: row.signs,
    weak: row.weak,
    helped: row.helped,
    topics: row.topics,
    state: row.state as ProposalState,
    typology: row.typology ?? undefined,
    note: row.note,
  }));
}

/** Safe to repeat with the same id. Signs of a person are refused before anything is stored. */
export async function proposeTypology(
  { ground, root }: LessonNeeds,
  signedIn: SignedIn,
  input: Record<string, unknown>,
): Promise<ProposalAnswer> {
  const parsed = newProposal.safeParse(input);
  if (!parsed.success) return { ok: false, code: 'fields', fields: fieldsOf(parsed.error.issues) };
  const { unitId, ...proposal } = parsed.data;
  const held = appointmentFor('hand-in', signedIn.appointments, unitId, await root());
  if (!held) return { ok: false, code: 'forbidden' };
  const whole = [proposal.title, proposal.how, ...proposal.signs, ...proposal.weak, ...proposal.helped];
  const found = findIdentifying(whole.join('\n')).filter(({ refused }) => refused);
  if (found.length > 0)
    return { ok: false, code: 'identifying', found: found.map(({ found: words }) => words) };
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<ProposalAnswer> => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('knowledge.typology_proposal')
      .values({ ...proposal, unit_id: unitId, proposed_by: signedIn.person.id, proposed_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (Number(numInsertedOrUpdatedRows ?? 0) === 1)
      await recordAct(trx, {
        ...{ act: 'typologies.proposed', object: 'typology-proposal', id: proposal.id },
        ...{ unit: held.unitCode, role: held.role, at: now.toISOString() },
        facts: { topics: proposal.topics },
      });
    return { ok: true, id: proposal.id };
  });
}

/** By a planner or administrator of the ministry who did not propose it. */
export async function decideProposal(
  { ground, root }: LessonNeeds,
  signedIn: SignedIn,
  input: Record<string, unknown>,
): Promise<ProposalAnswer> {
  const rootId = await root();
  const held = signedIn.appointments.find(
    ({ unitId, role }) => unitId === rootId && (role === 'planner' || role === 'administrator'),
  );
  if (!held) return { ok: false, code: 'forbidden' };
  const parsed = proposalDecision.safeParse(input);
  if (!parsed.success) return { ok: false, code: 'fields', fields: fieldsOf(parsed.error.issues) };
  const decision = parsed.data;
  const now = ground.now();
  const state = decision.act === 'accept' ? 'accepted' : 'declined';
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<ProposalAnswer> => {
    const proposal = await trx
      .selectFrom('knowledge.typology_proposal')
      .selectAll()
      .where('id', '=', decision.id)
      .executeTakeFirst();
    if (!proposal) return { ok: false, code: 'not-found' };
    // The same form sent twice finds its own decision in place.
    if (proposal.state === state) return { ok: true, id: decision.id };
    if (proposal.state !== 'proposed') return { ok: false, code: 'changed-meanwhile' };
    if (proposal.proposed_by === signedIn.person.id) return { ok: false, code: 'own' };
    if (decision.act === 'accept') {
      const taken = await trx
        .selectFrom('knowledge.typology')
        .select('code')
        .where('code', '=', decision.code)
        .executeTakeFirst();
      if (taken) return { ok: false, code: 'code-taken' };
      await insertTypology(trx, decision, proposal.topics, civilDate(now));
    }
    await trx
      .updateTable('knowledge.typology_proposal')
      .set({
        state,
        typology: decision.act === 'accept' ? decision.code : null,
        decided_by: signedIn.person.id,
        decided_at: now,
        note: decision.note,
      })
      .where('id', '=', decision.id)
      .execute();
    await recordAct(trx, {
      ...{ act: `typologies.${state}`, object: 'typology-proposal', id: decision.id },
      ...{ unit: held.unitCode, role: held.role, at: now.toISOString() },
      facts: decision.act === 'accept' ? { code: decision.code } : {},
    });
    if (decision.act === 'accept')
      await raiseNotice(trx, {
        id: decision.noticeId,
        kind: 'lesson',
        objectId: decision.code,
        titleTh: lessonsText('th').library.notice(decision.titleTh),
        titleEn: lessonsText('en').library.notice(decision.titleEn),
        href: '/office/typologies',
        roles: ['case-officer', 'head', 'ethics-officer', 'registrar', 'planner'],
        raisedBy: signedIn.person.id,
        at: now,
      });
    return { ok: true, id: decision.id };
  });
}

type Accepted = Extract<ReturnType<typeof proposalDecision.parse>, { act: 'accept' }>;

async function insertTypology(
  trx: InTransaction,
  entry: Accepted,
  topics: string[],
  from: string,
): Promise<void> {
  const { last } = await trx
    .selectFrom('knowledge.typology')
    .select((eb) => eb.fn.coalesce(eb.fn.max('sort'), eb.lit(0)).as('last'))
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('knowledge.typology')
    .values({
      code: entry.code,
      version: 1,
      sort: Number(last) + 10,
      title_th: entry.titleTh,
      title_en: entry.titleEn,
      how_th: entry.howTh,
      how_en: entry.howEn,
      signs_th: entry.signsTh,
      signs_en: entry.signsEn,
      weak_th: entry.weakTh,
      weak_en: entry.weakEn,
      helped_th: entry.helpedTh,
      helped_en: entry.helpedEn,
      offences: [],
      topics,
      basis: lessonsText('th').library.basis,
      source: lessonsText('th').library.source,
      status: 'confirmed',
      valid_from: from,
    })
    .execute();
}

const fieldsOf = (issues: readonly { path: readonly PropertyKey[] }[]) => [
  ...new Set(issues.map(({ path }) => String(path[0]))),
];
