/** What one does and does not, as its writer sees it: rows to change or take out, and a form for another. */
import { useId, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { type Code, type Conduct, conductKinds, type Standard, worded } from '../code.ts';
import { codesText } from '../text.ts';

type Shared = {
  readonly locale: Locale;
  readonly ids: Readonly<Record<string, string>>;
  readonly standards: readonly Standard[];
  readonly codes: readonly Code[];
};
type ConductListProps = Shared & {
  readonly heading: string;
  readonly rows: readonly Conduct[];
  readonly unitId: number | undefined;
  readonly mayWrite: boolean;
};

export function ConductList({ heading, rows, unitId, mayWrite, ...shared }: ConductListProps) {
  const { locale, standards, ids } = shared;
  const text = codesText(locale);
  const words = text.desk;
  const isBusy = useNavigation().state !== 'idle';
  return (
    <section>
      <h2>{heading}</h2>
      {rows.length === 0 ? <p className="card empty">{words.ownNone}</p> : null}
      <ul className="conduct-rows">
        {rows.map((row) => {
          const standard = standards.find(({ code }) => code === row.standard);
          const behaviour = worded(row.behaviourTh, row.behaviourEn, locale);
          const example = worded(row.exampleTh, row.exampleEn, locale);
          return (
            <li key={row.id}>
              <p>
                <span className={row.kind === 'do' ? 'tag good' : 'tag warn'}>{text.kinds[row.kind]}</span>{' '}
                <span className="small soft">
                  {standard ? worded(standard.nameTh, standard.nameEn, locale).text : row.standard}
                </span>
              </p>
              <p lang={behaviour.lang}>
                <strong>{behaviour.text}</strong>
              </p>
              <p lang={example.lang} className="soft">
                {example.text}
              </p>
              {mayWrite ? (
                <div className="row">
                  <details>
                    <summary>{words.edit}</summary>
                    <ConductForm row={row} unitId={unitId} {...shared} />
                  </details>
                  <Form method="post">
                    <input type="hidden" name="intent" value="end" />
                    <input type="hidden" name="row" value={row.id} />
                    <button type="submit" className="button" disabled={isBusy}>
                      {words.end}
                      <span className="visually-hidden"> {behaviour.text}</span>
                    </button>
                  </Form>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {mayWrite ? (
        <details className="card">
          <summary>{words.add}</summary>
          <ConductForm
            key={rows.map(({ id }) => id).join(' ')}
            row={undefined}
            unitId={unitId}
            {...shared}
            ids={unitId === undefined ? ids : { new: ids[`unit-${unitId}`]! }}
          />
        </details>
      ) : null}
    </section>
  );
}

type ConductFormProps = Shared & { readonly row: Conduct | undefined; readonly unitId: number | undefined };

function ConductForm({ row, unitId, locale, ids, standards, codes }: ConductFormProps) {
  const text = codesText(locale);
  const { fields, ...words } = text.desk;
  const form = useId();
  const [id] = useState(ids[row?.id ?? 'new']!);
  const isBusy = useNavigation().state !== 'idle';
  const area = (name: 'behaviourTh' | 'behaviourEn' | 'exampleTh' | 'exampleEn') => (
    <div className="field" key={name}>
      <label htmlFor={`${form}-${name}`}>{fields[name]}</label>
      <textarea
        id={`${form}-${name}`}
        name={name}
        rows={2}
        maxLength={600}
        required={name.endsWith('Th')}
        defaultValue={row?.[name] ?? ''}
      />
    </div>
  );
  return (
    <Form method="post" className="narrow-form">
      <input type="hidden" name="intent" value="conduct" />
      <input type="hidden" name="id" value={id} />
      {unitId === undefined ? null : <input type="hidden" name="unitId" value={unitId} />}
      {row ? <input type="hidden" name="replaces" value={row.id} /> : null}
      <div className="two-columns">
        <div className="field">
          <label htmlFor={`${form}-standard`}>{fields.standard}</label>
          <select id={`${form}-standard`} name="standard" defaultValue={row?.standard}>
            {standards.map((one) => (
              <option key={one.code} value={one.code}>
                {worded(one.nameTh, one.nameEn, locale).text}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${form}-kind`}>{fields.kind}</label>
          <select id={`${form}-kind`} name="kind" defaultValue={row?.kind}>
            {conductKinds.map((kind) => (
              <option key={kind} value={kind}>
                {text.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${form}-regime`}>{fields.regime}</label>
          <select id={`${form}-regime`} name="regime" defaultValue={row?.regime ?? ''}>
            <option value="">{words.everyRegime}</option>
            {codes.map((code) => (
              <option key={code.regime} value={code.regime}>
                {worded(code.nameTh, code.nameEn, locale).text}
              </option>
            ))}
          </select>
        </div>
      </div>
      {(['behaviourTh', 'behaviourEn', 'exampleTh', 'exampleEn'] as const).map(area)}
      <button type="submit" className="button main" disabled={isBusy}>
        {words.save}
      </button>
    </Form>
  );
}
