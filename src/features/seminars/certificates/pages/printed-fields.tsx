/** Every field that is printed on a certificate, as a list: what is on the paper must be here, and the same. */
import type { Snapshot } from '#features/seminars/index.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { certificatesText } from '../text.ts';

export function PrintedFields({
  locale,
  snapshot,
}: {
  readonly locale: Locale;
  readonly snapshot: Snapshot;
}) {
  const { fields: text, kinds } = certificatesText(locale);
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  /** As printed, in Thai; below it in English where the paper's words have one. */
  const both = (thai: string, english: string) => (
    <>
      <span lang="th">{thai}</span>
      {locale === 'en' && english ? (
        <>
          <br />
          <span className="small soft">{english}</span>
        </>
      ) : null}
    </>
  );
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [
      text.number,
      <span key="number" lang="th">
        {snapshot.number}
      </span>,
    ],
    [text.kind, kinds[snapshot.kind]],
    [
      text.holder,
      <strong key="holder" lang="th">
        {snapshot.holder}
      </strong>,
    ],
    [
      text.holderLine,
      snapshot.holderLine ? (
        <span key="line" lang="th">
          {snapshot.holderLine}
        </span>
      ) : null,
    ],
    [text.seminar, both(snapshot.seminarTh, snapshot.seminarEn)],
    [
      text.dates,
      snapshot.from === snapshot.to ? day(snapshot.from) : `${day(snapshot.from)} – ${day(snapshot.to)}`,
    ],
    [text.hours, snapshot.hours],
    [text.place, snapshot.placeTh ? both(snapshot.placeTh, snapshot.placeEn) : null],
    [text.issuer, both(snapshot.issuerTh, snapshot.issuerEn)],
    [text.issuedOn, day(snapshot.issuedOn)],
    [
      text.signer,
      <span key="signer" lang="th">
        {snapshot.signerName}
      </span>,
    ],
    [
      text.signerPosition,
      <span key="position" lang="th">
        {snapshot.signerPosition}
      </span>,
    ],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
