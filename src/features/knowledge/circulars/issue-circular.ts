/** Enters a circular into the register and sends it: the addressed centres are fixed on that day. */
import { randomUUID } from 'node:crypto';
import { centreWork, raiseNotice, type Touched } from '#features/knowledge/notices/index.ts';
import type { Centre, Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { policies, roleFor } from './circular.policies.ts';
import { selectCircular } from './circular.queries.ts';
import { type NewCircular, newCircular } from './circular.schemas.ts';
import { done, type Outcome, refused } from './circular.ts';
import { resolveAudience } from './circular-rules.ts';
import { type BroughtFile, type StoredFile, storePdf } from './pdf-file.ts';
import { circularsText } from './text.ts';

export type Issued = { readonly id: string; readonly addressees: number };

/** Safe to repeat with the same id: the first one stands. */
export async function issueCircular(
  { ground, network }: { ground: Ground; network: Network },
  signedIn: SignedIn,
  input: NewCircular,
  file: BroughtFile | undefined,
): Promise<Outcome<Issued>> {
  // Before all else: a graded paper must not go any further into the system than this line.
  if (input.secrecy !== 'none') return refused('secret-off-system');
  const parsed = newCircular.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const circular = parsed.data;
  const role = roleFor('issue', signedIn.appointments, circular.unitId);
  if (!role) return refused('forbidden');
  const now = ground.now();
  if (circular.answerDueOn !== undefined && circular.answerDueOn < civilDate(now))
    return refused('due-in-the-past');
  const centres = await network.listCentres(now);
  const from = centres.find(({ id }) => id === circular.unitId)!;
  const addressees = resolveAudience(circular.audience, centres, from.code);
  if (!addressees) return refused('out-of-reach');
  if (addressees.length === 0) return refused('no-addressee');
  if (!file) return refused('file-missing');
  const stored = await storePdf(ground.files, file);
  if (!stored.ok) return stored;
  try {
    const outcome = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      if (await selectCircular(trx, circular.id)) return done({ isNew: false });
      let older: Older | undefined;
      if (circular.supersedes) {
        const found = await selectCircular(trx, circular.supersedes);
        if (found?.unit_id !== circular.unitId) return refused('not-found');
        older = found;
      }
      await insert(trx, { circular, from, addressees, file: stored.value, older, signedIn, now });
      await recordAct(trx, {
        act: 'circulars.issued',
        object: 'circular',
        id: circular.id,
        unit: from.code,
        role,
        at: now.toISOString(),
        facts: {
          addressees: addressees.length,
          file: stored.value.sha256.toString('hex'),
          public: circular.isPublic,
          ...(circular.answerDueOn ? { answerDueOn: circular.answerDueOn } : {}),
          ...(circular.supersedes ? { supersedes: circular.supersedes } : {}),
        },
      });
      return done({ isNew: true });
    });
    if (!outcome.ok || !outcome.value.isNew) await ground.files.remove(stored.value.id);
    return outcome.ok ? done({ id: circular.id, addressees: addressees.length }) : outcome;
  } catch (error) {
    await ground.files.remove(stored.value.id);
    const { constraint } = error as { constraint?: string };
    if (constraint === 'circular_unit_id_number_dated_key') return refused('already-registered');
    // Sent twice at once: the other one has issued it by now.
    if (constraint === 'circular_pkey') return done({ id: circular.id, addressees: addressees.length });
    throw error;
  }
}

type Older = { readonly id: string; readonly number: string; readonly subject: string };

type Issue = {
  readonly circular: ReturnType<typeof newCircular.parse>;
  readonly from: Centre;
  readonly addressees: readonly Centre[];
  readonly file: StoredFile;
  /** The one that it replaces. */
  readonly older: Older | undefined;
  readonly signedIn: SignedIn;
  readonly now: Date;
};

async function insert(
  trx: InTransaction,
  { circular, from, addressees, file, older, signedIn, now }: Issue,
): Promise<void> {
  await trx
    .insertInto('knowledge.circular')
    .values({
      id: circular.id,
      unit_id: from.id,
      kind: circular.kind,
      number: circular.number,
      dated: circular.dated,
      subject: circular.subject,
      gist: circular.gist || null,
      audience: JSON.stringify(circular.audience),
      is_public: circular.isPublic,
      answer_due_on: circular.answerDueOn ?? null,
      answer_asked: circular.answerAsked || null,
      file_id: file.id,
      file_name: file.name,
      file_size: file.size,
      file_sha256: file.sha256,
      supersedes: circular.supersedes ?? null,
      issued_by: signedIn.person.id,
      issued_at: now,
    })
    .execute();
  await trx
    .insertInto('knowledge.circular_addressee')
    .values(addressees.map(({ id }) => ({ circular_id: circular.id, unit_id: id, from_unit_id: from.id })))
    .execute();
  await raiseNotice(trx, {
    id: randomUUID(),
    kind: 'circular',
    objectId: circular.id,
    titleTh: circularsText('th').notice.issued(circular.number, circular.subject),
    titleEn: circularsText('en').notice.issued(circular.number, circular.subject),
    href: `/office/circulars/${circular.id}`,
    touches: older ? [touched(older)] : [],
    units: addressees.map(({ id }) => id),
    roles: centreWork,
    raisedBy: signedIn.person.id,
    at: now,
  });
}

/** A paper that stops to hold is what a new one touches first. */
const touched = ({ id, number, subject }: Older): Touched => ({
  kind: 'circular',
  id,
  titleTh: circularsText('th').notice.replaced(number, subject),
  titleEn: circularsText('en').notice.replaced(number, subject),
  href: `/office/circulars/${id}`,
  ownerRoles: policies.issue,
});
