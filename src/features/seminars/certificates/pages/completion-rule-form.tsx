/** What completes the seminar, in a sentence, and how its organisers change it. */
import { Form, Link } from 'react-router';
import type { CertificatesView } from '#features/seminars/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { attendanceBys } from '../../attendance/attendance.ts';
import { certificatesText } from '../text.ts';

type RuleProps = {
  readonly locale: Locale;
  readonly rule: CertificatesView['rule'];
  readonly hasTest: boolean;
};

export function CompletionRuleForm({ locale, rule, hasTest }: RuleProps) {
  const { rule: text } = certificatesText(locale);
  return (
    <section aria-labelledby="rule" className="measure">
      <h3 id="rule">{text.heading}</h3>
      <p>
        {text.now(rule.attendancePercent, text.bys[rule.by])}
        <br />
        {hasTest ? text.test(rule.postTestPercent) : text.noTest}{' '}
        {rule.isOwn ? null : <Link to="/office/seminars/completion">{text.default}</Link>}{' '}
        {rule.isConfirmed ? null : <span className="tag warn">{text.unconfirmed}</span>}
      </p>
      <details>
        <summary>{text.change}</summary>
        <Form method="post" className="card">
          <input type="hidden" name="intent" value="rule" />
          <div className="field">
            <label htmlFor="by">{text.by}</label>
            <select id="by" name="by" defaultValue={rule.by}>
              {attendanceBys.map((by) => (
                <option key={by} value={by}>
                  {text.bys[by]}
                </option>
              ))}
            </select>
          </div>
          <div className="two-columns">
            <div className="field">
              <label htmlFor="attendance-percent">{text.attendance}</label>
              <input
                id="attendance-percent"
                name="attendancePercent"
                inputMode="numeric"
                defaultValue={rule.attendancePercent}
                required
              />
            </div>
            <div className="field">
              <label htmlFor="post-test-percent">{text.postTest}</label>
              <input
                id="post-test-percent"
                name="postTestPercent"
                inputMode="numeric"
                defaultValue={rule.postTestPercent}
                required
              />
            </div>
          </div>
          <button type="submit" className="button main">
            {text.save}
          </button>
        </Form>
      </details>
    </section>
  );
}
