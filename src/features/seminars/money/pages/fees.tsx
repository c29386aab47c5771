/** Fees of speakers, part by part: what is proposed, what is claimed, and what exceeds a rule, with the rule and its basis. */
import { Form, Link, useNavigation } from 'react-router';
import { civilDate, civilTime } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { nameIn, titleIn } from '../../programme/pages/programme-words.ts';
import { programmeText } from '../../programme/text.ts';
import { seminarsText } from '../../text.ts';
import type { Budget, CheckedPart, FeeLine, Finding } from '../money.ts';
import { moneyText } from '../text.ts';
import { amountIn, numberIn } from './amounts.ts';

type FeesProps = {
  readonly locale: Locale;
  readonly seminarId: string;
  readonly budget: Budget;
  readonly mayEdit: boolean;
  /** Names of fields that were not accepted. */
  readonly wrong: readonly string[];
};

export function Fees({ locale, seminarId, budget, mayEdit, wrong }: FeesProps) {
  const text = moneyText(locale);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <section aria-labelledby="fees">
      <h3 id="fees">{text.fees}</h3>
      <p className="soft">
        {text.feesLead} <Link to="/office/seminars/rules">{text.rulesLink}</Link>
      </p>
      {budget.missingRules.length > 0 ? (
        <div className="note warn">
          <p>{text.missingRules}</p>
          <ul>
            {budget.missingRules.map((code) => (
              <li key={code}>{text.rules.names[code]}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {budget.parts.length === 0 ? (
        <p className="card empty">
          {text.noFees} <Link to={`/office/seminars/${seminarId}/programme`}>{text.toProgramme}</Link>
        </p>
      ) : (
        <Form method="post" key={`${budget.feesMark} ${budget.feeTotal}`}>
          <input type="hidden" name="intent" value="fees" />
          <input type="hidden" name="mark" value={budget.feesMark} />
          {budget.parts.map((part) => (
            <PartFees key={part.slotId} {...{ locale, part, mayEdit, wrong }} />
          ))}
          {mayEdit ? (
            <button type="submit" className="button main" disabled={isBusy}>
              {text.saveFees}
            </button>
          ) : null}
        </Form>
      )}
    </section>
  );
}

type PartFeesProps = Pick<FeesProps, 'locale' | 'mayEdit' | 'wrong'> & { readonly part: CheckedPart };

function PartFees({ locale, part, mayEdit, wrong }: PartFeesProps) {
  const text = moneyText(locale);
  const title = titleIn(locale, part);
  const when = `${formatDate(civilDate(part.startsAt), locale, 'short')} ${programmeText(locale).timeRange(
    civilTime(part.startsAt),
    civilTime(part.endsAt),
  )}`;
  return (
    <div className="fee-part">
      <h4>
        {title} <span className="tag">{seminarsText(locale).slotKinds[part.kind]}</span>
      </h4>
      <p className="small soft">{when}</p>
      <Findings locale={locale} findings={part.findings} />
      <table className="stacked">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text.feeColumns.speaker}</th>
            <th scope="col">{text.feeColumns.paid}</th>
            <th scope="col">{text.feeColumns.hours}</th>
            <th scope="col">{text.feeColumns.rate}</th>
            <th scope="col" className="number">
              {text.feeColumns.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {part.lines.map((line) => (
            <FeeRow key={line.speakerId} {...{ locale, mayEdit, wrong, line }} slotId={part.slotId} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type FeeRowProps = Pick<FeesProps, 'locale' | 'mayEdit' | 'wrong'> & {
  readonly line: FeeLine;
  readonly slotId: string;
};

function FeeRow({ locale, mayEdit, wrong, line, slotId }: FeeRowProps) {
  const text = moneyText(locale);
  const { feeColumns: columns } = text;
  const name = nameIn(locale, line);
  const key = `${slotId}.${line.speakerId}`;
  const field = (of: 'hours' | 'rate') => ({
    name: `${of}-${key}`,
    'aria-label': text.of(columns[of], name),
    'aria-invalid': wrong.includes(`${of}-${key}`) || undefined,
    inputMode: 'decimal' as const,
    disabled: !mayEdit,
    defaultValue: line.claim[of],
  });
  const { claim, proposal } = line;
  const isOwn =
    claim.isPaid !== proposal.isPaid || claim.hours !== proposal.hours || claim.rate !== proposal.rate;
  return (
    <tr>
      <td>
        <input type="hidden" name="fee" value={key} />
        {name}
        <div className="small soft">
          {seminarsText(locale).speakerRoles[line.role]}
          {' · '}
          {programmeText(locale).people.affiliations[line.affiliation]}
        </div>
        {isOwn && proposal.isPaid ? (
          <div className="small soft">
            {text.proposal(numberIn(locale, proposal.hours), numberIn(locale, proposal.rate))}
          </div>
        ) : null}
        <Findings locale={locale} findings={line.findings} />
      </td>
      <td>
        <label className="budget-remove">
          <input
            type="checkbox"
            name={`paid-${key}`}
            aria-label={text.of(columns.paid, name)}
            defaultChecked={claim.isPaid}
            disabled={!mayEdit}
          />{' '}
          <span className="stacked-label">{columns.paid}</span>
        </label>
      </td>
      <td>
        <span className="stacked-label">{columns.hours}: </span>
        <input {...field('hours')} className="short-number" />
      </td>
      <td>
        <span className="stacked-label">{columns.rate}: </span>
        <input {...field('rate')} className="short-number" />
      </td>
      <td className="number">
        <span className="stacked-label">{columns.amount}: </span>
        {amountIn(locale, line.amount)}
      </td>
    </tr>
  );
}

/** Each with its rule: what it says, whether it is confirmed, and on what it rests. */
function Findings({ locale, findings }: { readonly locale: Locale; readonly findings: readonly Finding[] }) {
  const text = moneyText(locale);
  return findings.map((finding) => (
    <div className="note warn finding" key={`${finding.code} ${finding.groupNo ?? ''}`}>
      <p>
        {text.findings[finding.code](
          numberIn(locale, finding.claimed),
          numberIn(locale, finding.allowed),
          String(finding.groupNo ?? ''),
        )}
      </p>
      <p className="small">
        {text.basis(locale === 'en' ? finding.rule.basisEn : finding.rule.basisTh)}{' '}
        {finding.rule.status === 'unconfirmed' ? <span className="tag warn">{text.unconfirmed}</span> : null}
      </p>
    </div>
  ));
}
