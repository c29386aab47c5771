/** An officer's own pledge of the year: not begun, at a situation, ready to pledge, or pledged. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import { positionOf } from '#platform/ledger/proof.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { centreName, unitsWith } from '../standing.ts';
import { selectCodes, selectScenarios, selectStandards } from './code.queries.ts';
import { type Code, usualRegime, worded } from './code.ts';
import { newestOn, progressOf } from './code-rules.ts';
import { selectAnswers, selectPledges, selectRound } from './pledge.queries.ts';

/** What the page asks now; neither which option is right nor why stands in it before it was chosen. */
export type Asked = {
  readonly id: string;
  readonly standard: string;
  readonly situation: string;
  readonly options: readonly { readonly position: number; readonly text: string }[];
  readonly wrong: { readonly position: number; readonly why: string } | undefined;
};

export type PledgePage = {
  readonly fiscalYear: number;
  readonly code: Code | undefined;
  readonly codes: readonly Code[];
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly usual: string | undefined;
  readonly round: { readonly id: string; readonly done: number; readonly all: number } | undefined;
  readonly asked: Asked | undefined;
  /** Situations that are behind her, with why the right answer is right. */
  readonly learned: readonly {
    readonly id: string;
    readonly situation: string;
    readonly answer: string;
    readonly why: string;
  }[];
  readonly pledged:
    | { readonly id: string; readonly at: Date; readonly place: number | undefined }
    | undefined;
  readonly earlier: readonly { readonly fiscalYear: number; readonly at: Date; readonly title: string }[];
};

export async function viewPledge(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
): Promise<PledgePage> {
  const now = ground.now();
  const today = civilDate(now);
  const fiscalYear = fiscalYearOf(today);
  const centres = await network.listCentres(now);
  const own = unitsWith(signedIn.appointments).flatMap(({ id }) => centres.filter((one) => one.id === id));
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allCodes = await selectCodes(trx);
    const round = await selectRound(trx, signedIn.person.id, fiscalYear);
    const pledges = await selectPledges(trx, signedIn.person.id);
    const codeOf = (at: { regime: string; code_version: number }) =>
      allCodes.find(({ regime, version }) => regime === at.regime && version === at.code_version);
    const present = pledges.find((one) => one.fiscal_year === fiscalYear);
    const bank = round ? await selectScenarios(trx, round.scenario_ids) : [];
    const answers = round ? await selectAnswers(trx, round.id) : [];
    const progress = round && progressOf(round.scenario_ids, answers, bank);
    const find = (id: string) => bank.find((one) => one.id === id)!;
    const say = (th: string, en: string) => worded(th, en, locale).text;
    const standards = newestOn(await selectStandards(trx), today, ({ code }) => code);
    const situation = progress?.present === undefined ? undefined : find(progress.present);
    const wrong = situation?.options.find(({ position }) => position === progress?.wrong);
    const standard = standards.find(({ code }) => code === situation?.standard);
    const doneIds = round?.scenario_ids.filter((id) => id !== progress?.present).slice(0, progress?.done);
    return {
      fiscalYear,
      code: round && codeOf(round),
      codes: newestOn(allCodes, today, (row) => row.regime),
      units: own.map((centre) => ({ id: centre.id, name: centreName(centre, locale) })),
      usual: own[0] && usualRegime[own[0].kind],
      round: round && progress && { id: round.id, done: progress.done, all: round.scenario_ids.length },
      asked: situation && {
        id: situation.id,
        standard: standard ? say(standard.nameTh, standard.nameEn) : '',
        situation: say(situation.situationTh, situation.situationEn),
        options: situation.options.map((one) => ({
          position: one.position,
          text: say(one.textTh, one.textEn),
        })),
        wrong: wrong && { position: wrong.position, why: say(wrong.whyTh, wrong.whyEn) },
      },
      learned: (doneIds ?? []).map((id) => {
        const { options, situationTh, situationEn } = find(id);
        const right = options.find(({ isRight }) => isRight)!;
        return {
          id,
          situation: say(situationTh, situationEn),
          answer: say(right.textTh, right.textEn),
          why: say(right.whyTh, right.whyEn),
        };
      }),
      pledged: present && {
        id: present.id,
        at: present.pledged_at,
        place: await positionOf(ground.databases.public, { outboxId: present.ledger_id }),
      },
      earlier: pledges
        .filter((one) => one.fiscal_year !== fiscalYear)
        .map((one) => {
          const code = codeOf(one);
          return {
            fiscalYear: one.fiscal_year,
            at: one.pledged_at,
            title: code ? say(code.titleTh, code.titleEn) : '',
          };
        }),
    };
  });
}
