/** A circular as an officer sees it: the paper, what her centre did, and for the issuing centre who has read it. */
import type { Centre, Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { roleFor, workUnits } from './circular.policies.ts';
import { selectAddressees, selectAnswers, selectCircular, selectSuccessor } from './circular.queries.ts';
import type { Answer, CircularKind, Reader } from './circular.ts';
import { readerState } from './circular-rules.ts';

export type OtherCircular = { readonly id: string; readonly number: string; readonly subject: string };

export type CircularView = {
  readonly id: string;
  readonly kind: CircularKind;
  readonly number: string;
  readonly dated: string;
  readonly subject: string;
  readonly gist: string | undefined;
  readonly fromUnitId: number;
  readonly fromName: string;
  readonly isPublic: boolean;
  readonly answerDueOn: string | undefined;
  readonly answerAsked: string | undefined;
  readonly fileName: string;
  readonly fileSize: number;
  readonly issuedAt: Date;
  readonly supersedes: OtherCircular | undefined;
  readonly supersededBy: OtherCircular | undefined;
  /** The person's own centres among those addressed. */
  readonly own: readonly (Reader & { readonly mayAcknowledge: boolean })[];
  /** All addressed centres; only for the issuing centre. */
  readonly readers: readonly Reader[] | undefined;
  readonly mayRemind: boolean;
};

/** Undefined when there is none, or when it concerns no centre of the person. */
export async function viewCircular(
  { ground, network }: { ground: Ground; network: Network },
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<CircularView | undefined> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const row = await selectCircular(trx, id);
    if (!row) return undefined;
    const addressees = await selectAddressees(trx, id);
    const answers = await selectAnswers(trx, id);
    const people = await network.findPeople(trx, [
      ...new Set([
        ...addressees.flatMap((each) => each.acknowledged_by ?? []),
        ...answers.map((each) => each.answered_by),
      ]),
    ]);
    const personName = (personId: string | null) => {
      const person = people.find((each) => each.id === personId);
      return locale === 'en' ? (person?.nameEn ?? person?.nameTh) : person?.nameTh;
    };
    const older = row.supersedes ? await selectCircular(trx, row.supersedes) : undefined;
    const newer = await selectSuccessor(trx, id);
    const readers = addressees
      .map((each): Reader => {
        const centre = centres.find((one) => one.id === each.unit_id)!;
        const answer = answers.find((one) => one.unit_id === each.unit_id);
        return {
          unitId: each.unit_id,
          code: centre.code,
          name: nameOf(centre, locale),
          short: shortName(centre, locale),
          kind: centre.kind,
          state: readerState(
            {
              acknowledgedAt: each.acknowledged_at,
              isAnswered: answer !== undefined,
              answerDueOn: row.answer_due_on,
            },
            civilDate(now),
          ),
          acknowledgedAt: each.acknowledged_at ?? undefined,
          acknowledgedBy: personName(each.acknowledged_by),
          answer: answer && presentAnswer(answer, personName(answer.answered_by) ?? ''),
        };
      })
      .sort((a, b) => a.unitId - b.unitId);
    const units = workUnits(signedIn.appointments);
    return {
      id: row.id,
      kind: row.kind as CircularKind,
      number: row.number,
      dated: row.dated,
      subject: row.subject,
      gist: row.gist ?? undefined,
      fromUnitId: row.unit_id,
      fromName: nameOf(
        centres.find((one) => one.id === row.unit_id),
        locale,
      ),
      isPublic: row.is_public,
      answerDueOn: row.answer_due_on ?? undefined,
      answerAsked: row.answer_asked ?? undefined,
      fileName: row.file_name,
      fileSize: row.file_size,
      issuedAt: row.issued_at,
      supersedes: older && present(older),
      supersededBy: newer && present(newer),
      own: readers
        .filter(({ unitId }) => units.includes(unitId))
        .map((reader) => ({
          ...reader,
          mayAcknowledge: roleFor('acknowledge', signedIn.appointments, reader.unitId) !== undefined,
        })),
      readers: units.includes(row.unit_id) ? readers : undefined,
      mayRemind: roleFor('issue', signedIn.appointments, row.unit_id) !== undefined,
    };
  });
}

/** Codes of bodies are their English abbreviations; those of provinces are numbers that nobody knows. */
const shortName = (centre: Centre, locale: Locale) => {
  if (locale === 'th') return centre.shortTh ?? centre.nameTh;
  return centre.kind === 'province' || centre.kind === 'bangkok' ? centre.nameEn : centre.code;
};

export const nameOf = (centre: Centre | undefined, locale: Locale) =>
  (locale === 'en' ? centre?.nameEn : centre?.nameTh) ?? '';

const present = ({ id, number, subject }: OtherCircular): OtherCircular => ({ id, number, subject });

const presentAnswer = (
  row: { id: string; text: string; file_name: string | null; answered_at: Date },
  by: string,
): Answer => ({
  id: row.id,
  text: row.text,
  fileName: row.file_name ?? undefined,
  by,
  at: row.answered_at,
});
