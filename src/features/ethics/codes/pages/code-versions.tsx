/** Codes by regime and the standards, each with basis, source and status; the ministry enters the next version. */
import { useId, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Code, type Standard, worded } from '../code.ts';
import { codesText } from '../text.ts';

type Versioned = {
  readonly locale: Locale;
  readonly ids: Readonly<Record<string, string>>;
  readonly standards: readonly Standard[];
  readonly codes: readonly Code[];
  readonly today: string;
  readonly mayWrite: boolean;
};

export function CodeVersions({ locale, ids, standards, codes, today, mayWrite }: Versioned) {
  const text = codesText(locale);
  const words = text.desk;
  const shared = { locale, today };
  return (
    <>
      <h2>{words.codes}</h2>
      <ul className="conduct-rows">
        {codes.map((code) => (
          <Row
            key={code.regime}
            row={code}
            name={worded(code.nameTh, code.nameEn, locale).text}
            {...{ locale }}
          >
            <p>
              {worded(code.titleTh, code.titleEn, locale).text}{' '}
              {code.issuedOn ? text.public.dated(formatDate(asCivilDate(code.issuedOn), locale)) : null}
            </p>
            {mayWrite ? (
              <details>
                <summary>{words.enter}</summary>
                <Entry key={code.version} kind="code" row={code} id={ids[code.regime]!} {...shared} />
              </details>
            ) : null}
          </Row>
        ))}
      </ul>
      {mayWrite ? (
        <details className="card">
          <summary>{words.addCode}</summary>
          <Entry key={codes.length} kind="code" row={undefined} id={ids['new-code']!} {...shared} />
        </details>
      ) : null}
      <h2>{words.standards}</h2>
      <ul className="conduct-rows">
        {standards.map((standard) => (
          <Row
            key={standard.code}
            row={standard}
            name={worded(standard.nameTh, standard.nameEn, locale).text}
            {...{ locale }}
          >
            {mayWrite ? (
              <details>
                <summary>{words.enter}</summary>
                <Entry
                  key={standard.version}
                  kind="standard"
                  row={standard}
                  id={ids[standard.code]!}
                  {...shared}
                />
              </details>
            ) : null}
          </Row>
        ))}
      </ul>
    </>
  );
}

type RowProps = {
  readonly row: Code | Standard;
  readonly name: string;
  readonly locale: Locale;
  readonly children: React.ReactNode;
};

function Row({ row, name, locale, children }: RowProps) {
  const text = codesText(locale);
  const words = text.desk;
  return (
    <li>
      <p>
        <strong>{name}</strong>{' '}
        <span className={row.status === 'confirmed' ? 'tag good' : 'tag warn'}>
          {text.statuses[row.status]}
        </span>
      </p>
      <p className="small soft">
        {worded(row.basisTh, row.basisEn, locale).text} · {words.source(row.source)} ·{' '}
        {words.version(row.version)} {words.from(formatDate(asCivilDate(row.validFrom), locale))}
      </p>
      {children}
    </li>
  );
}

type EntryProps = {
  readonly kind: 'code' | 'standard';
  readonly row: Code | Standard | undefined;
  readonly id: string;
  readonly locale: Locale;
  readonly today: string;
};

function Entry({ kind, row, id, locale, today }: EntryProps) {
  const text = codesText(locale);
  const { fields, ...words } = text.desk;
  const form = useId();
  const [ownId] = useState(id);
  const isBusy = useNavigation().state !== 'idle';
  const code = row && 'regime' in row ? row : undefined;
  const line = (name: keyof typeof fields, value: string | undefined) => (
    <div className="field" key={name}>
      <label htmlFor={`${form}-${name}`}>{fields[name]}</label>
      <input id={`${form}-${name}`} name={name} required maxLength={300} defaultValue={value} />
    </div>
  );
  const area = (name: 'pledgeTh' | 'pledgeEn') => (
    <div className="field">
      <label htmlFor={`${form}-${name}`}>{fields[name]}</label>
      <textarea
        id={`${form}-${name}`}
        name={name}
        required
        rows={3}
        maxLength={2000}
        defaultValue={code?.[name]}
      />
    </div>
  );
  return (
    <Form method="post" className="narrow-form">
      <input type="hidden" name="intent" value={kind} />
      <input type="hidden" name="id" value={ownId} />
      <input type="hidden" name="code" value={row ? ('regime' in row ? row.regime : row.code) : ''} />
      {line('nameTh', row?.nameTh)}
      {line('nameEn', row?.nameEn)}
      {kind === 'code' ? (
        <>
          {line('titleTh', code?.titleTh)}
          {line('titleEn', code?.titleEn)}
          <DateField
            name="issuedOn"
            label={fields.issuedOn}
            locale={locale}
            defaultValue={code?.issuedOn ?? ''}
          />
          {area('pledgeTh')}
          {area('pledgeEn')}
          <div className="field">
            <label htmlFor={`${form}-situations`}>{fields.situations}</label>
            <input
              id={`${form}-situations`}
              name="situations"
              type="number"
              min={3}
              max={5}
              required
              defaultValue={code?.situations ?? 4}
            />
          </div>
        </>
      ) : null}
      {line('basisTh', row?.basisTh)}
      {line('basisEn', row?.basisEn)}
      {line('source', row?.source)}
      <div className="field">
        <label htmlFor={`${form}-status`}>{fields.status}</label>
        <select id={`${form}-status`} name="status" defaultValue={row?.status ?? 'unconfirmed'}>
          <option value="unconfirmed">{text.statuses.unconfirmed}</option>
          <option value="confirmed">{text.statuses.confirmed}</option>
        </select>
      </div>
      <DateField name="validFrom" label={fields.validFrom} locale={locale} defaultValue={today} required />
      <button type="submit" className="button main" disabled={isBusy}>
        {words.save}
      </button>
    </Form>
  );
}
