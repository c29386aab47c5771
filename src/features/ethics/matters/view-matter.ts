/** What hangs on an ethics matter, for who works on it; the desk of ethics; and the link as an ordinary case shows it. */
import { type CaseStanding, findStanding, listEthicsMatters } from '#features/cases/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { selectQuestionOf } from '../questions/question.queries.ts';
import { selectChoices } from '../rules/rule.queries.ts';
import { basisOf, type Choice, inForce, nameOf } from '../rules/rule.ts';
import { roleIn } from '../standing.ts';
import { matterRoles } from './matter.policies.ts';
import { selectFinding, selectHandovers, selectMeasures, selectNoMeasures } from './matter.queries.ts';
import type { Finding, Handover } from './matter.ts';
import { selectOwnReferrals } from './refer-matter.ts';

export type Named = {
  readonly code: string;
  readonly name: string;
  readonly basis: string;
  readonly unconfirmed: boolean;
};

export type MatterView = {
  readonly standing: CaseStanding;
  readonly finding:
    | { readonly finding: Finding; readonly standards: readonly string[]; readonly foundOn: string }
    | undefined;
  readonly measures: readonly { readonly id: string; readonly name: string; readonly takenOn: string }[];
  readonly noMeasures: readonly { readonly id: string; readonly name: string }[];
  readonly handovers: readonly Handover[];
  /** Days on which she herself filed something from it with the case officers. */
  readonly ownReferrals: readonly string[];
  /** To choose from today. */
  readonly standards: readonly Named[];
  readonly possibleMeasures: readonly Named[];
  readonly possibleReasons: readonly Named[];
  /** The question made from this advice. */
  readonly questionId: string | undefined;
  readonly today: string;
};

/** Undefined when there is none for this officer, or it is no matter of ethics. */
export function viewMatter(
  { ground }: Parts,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<MatterView | undefined> {
  const today = civilDate(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const standing = await findStanding(trx, { id });
    if (!standing || standing.matter === 'corruption') return undefined;
    if (!roleIn(matterRoles, signedIn.appointments, standing.unitId)) return undefined;
    const choices = await selectChoices(trx);
    const finding = await selectFinding(trx, id);
    const named = (list: Choice['list']) =>
      inForce(
        choices.filter((choice) => choice.list === list),
        today,
        ({ code }) => code,
      ).map((choice) => presentChoice(choice, locale));
    return {
      standing,
      finding: finding && {
        finding: finding.finding,
        standards: finding.standards.map(
          (code) => named('standard').find((one) => one.code === code)?.name ?? code,
        ),
        foundOn: civilDate(finding.foundAt),
      },
      measures: (await selectMeasures(trx, id)).map((measure) => {
        const choice = choices.find(
          ({ list, code, version }) =>
            list === 'measure' && code === measure.measure && version === measure.version,
        );
        return {
          id: measure.id,
          name: choice ? nameOf(choice, locale) : measure.measure,
          takenOn: measure.takenOn,
        };
      }),
      noMeasures: (await selectNoMeasures(trx, id)).map(({ id, reason, reason_version }) => {
        const choice = choices.find(
          ({ list, code, version }) => list === 'no-measure' && code === reason && version === reason_version,
        );
        return { id, name: choice ? nameOf(choice, locale) : reason };
      }),
      handovers: await presentHandovers(trx, id),
      ownReferrals: await selectOwnReferrals(trx, id),
      standards: named('standard'),
      possibleMeasures: named('measure'),
      possibleReasons: named('no-measure'),
      questionId: await selectQuestionOf(trx, id),
      today,
    };
  });
}

export const presentChoice = (choice: Choice, locale: Locale): Named => ({
  code: choice.code,
  name: nameOf(choice, locale),
  basis: basisOf(choice, locale),
  unconfirmed: choice.status === 'unconfirmed',
});

async function presentHandovers(trx: InTransaction, id: string): Promise<Handover[]> {
  const handovers: Handover[] = [];
  for (const row of await selectHandovers(trx, id)) {
    const other = row.to_case ? await findStanding(trx, { id: row.to_case }) : undefined;
    if (row.to_case && !other) continue;
    handovers.push({
      id: row.id,
      kind: row.kind as Handover['kind'],
      to: other ? { caseId: other.id, number: other.number } : { letter: row.letter! },
      handedOn: row.handed_on,
    });
  }
  return handovers;
}

/** The case at the other end of a handover, for who may read both; shown on either. */
export type LinkedCase = {
  readonly id: string;
  readonly number: string;
  readonly isEthics: boolean;
  readonly isReferral: boolean;
};

export function linkedCases(
  { ground }: Parts,
  signedIn: SignedIn,
  id: string,
): Promise<readonly LinkedCase[]> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const linked: LinkedCase[] = [];
    for (const row of await selectHandovers(trx, id)) {
      const otherId = row.case_id === id ? row.to_case : row.case_id;
      const other = otherId ? await findStanding(trx, { id: otherId }) : undefined;
      if (other)
        linked.push({
          id: other.id,
          number: other.number,
          isEthics: other.matter !== 'corruption',
          isReferral: row.kind === 'referral',
        });
    }
    return linked;
  });
}

/** Ethics matters of her centres, the newest first. */
export const listMatters = ({ ground }: Parts, signedIn: SignedIn): Promise<readonly CaseStanding[]> =>
  actingAs(ground.databases.officer, signedIn.actor, listEthicsMatters);
