/** Bringing in a list of names: the file, what came of it, and the rows that need mending, to be mended in place. */
import { Form, useNavigation } from 'react-router';
import { FileField } from '#interface/fields/file-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { importFields } from '../import-fields.ts';
import type { Imported } from '../import-names.ts';
import { seatsText } from '../text.ts';
import { organiseText } from './organise/text.ts';

type ImportViewProps = {
  readonly locale: Locale;
  readonly result: Imported | undefined;
  readonly problem: string | undefined;
};

export function ImportView({ locale, result, problem }: ImportViewProps) {
  const isBusy = useNavigation().state !== 'idle';
  const text = seatsText(locale);
  const words = organiseText(locale).import;
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      {problem ? (
        <p className="note bad" role="alert">
          {problem}
        </p>
      ) : null}
      {result ? (
        <div className={result.wrong.length > 0 ? 'note warn' : 'note good'} role="status">
          <p>
            <strong>{words.entered(result.entered)}</strong>{' '}
            {result.entered > 0 ? words.placed(result.confirmed, result.waitlisted) : null}{' '}
            {result.known > 0 ? words.known(result.known) : null}
          </p>
          {result.wrong.length > 0 ? <p>{words.wrong(result.wrong.length)}</p> : null}
        </div>
      ) : null}
      {result && result.wrong.length > 0 ? (
        <Form method="post" encType="multipart/form-data" key={JSON.stringify(result.wrong)}>
          <p>{words.wrongHint}</p>
          <div className="scroll-x">
            <table className="import-table">
              <caption className="visually-hidden">{words.wrong(result.wrong.length)}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.columns.problem}</th>
                  {importFields.map((field) => (
                    <th scope="col" key={field}>
                      {text.columns[field]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {result.wrong.map(({ row, problems }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their places
                  <tr key={at}>
                    <td className="problem" id={`row-${at}`}>
                      {problems.map((each) => words.problems[each]).join(', ')}
                    </td>
                    {importFields.map((field) => (
                      <td key={field}>
                        <input
                          name={`row.${field}`}
                          defaultValue={row[field]}
                          maxLength={300}
                          aria-label={words.row(at + 1, text.columns[field])}
                          aria-describedby={`row-${at}`}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <button type="submit" name="intent" value="rows" className="button main" disabled={isBusy}>
            {words.again}
          </button>
        </Form>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="narrow-form">
        <FileField name="file" label={words.file} locale={locale} accept=".xlsx,.csv" />
        <button type="submit" name="intent" value="file" className="button act" disabled={isBusy}>
          {words.read}
        </button>
      </Form>
    </>
  );
}
