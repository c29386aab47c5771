/** The way from the finder to a report. */
import { citizenPath } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { offencesText } from '../text.ts';

export function ReportThis({ locale }: { readonly locale: Locale }) {
  const text = offencesText(locale);
  return (
    <p className="row offence-report">
      <a className="button act" href={citizenPath(locale, '/report')}>
        {text.report}
      </a>
      <span className="soft">{text.reportHint}</span>
    </p>
  );
}
