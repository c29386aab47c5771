/** /office/laws: bring a law into the library: first what would happen, then the confirmation. */
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import { FileField } from '#interface/fields/file-field.tsx';
import { citizenPath } from '#interface/public-frame.tsx';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { ImportReport } from '../law.ts';
import { decodeLawFile } from '../read-law-file.ts';
import { lawsText } from '../text.ts';
import { LawImportReport } from './law-import-report.tsx';

export const handle = { live: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return { locale, may: await app.laws.office.mayImport(signedIn) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const file = form.get('file');
  const source =
    file instanceof File && file.size > 0
      ? decodeLawFile(new Uint8Array(await file.arrayBuffer()))
      : String(form.get('source') ?? '').replaceAll('\r\n', '\n');
  const code = String(form.get('code') ?? '').trim();
  const inForceFrom = dateText(form, 'inForceFrom') || undefined;
  const upload = { code, source, inForceFrom };
  const confirmed = form.get('step') === 'confirm';
  const outcome = await (confirmed ? app.laws.office.confirm : app.laws.office.preview)(signedIn, upload);
  return { ...upload, confirmed: confirmed && outcome.ok, outcome };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => [
  { title: lawsText(loaderData?.locale ?? 'th').office.title },
];

export default function LawImport() {
  const { locale, may } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = lawsText(locale).office;
  if (!may) return <p className="note warn">{text.problems.forbidden}</p>;
  const report: ImportReport | undefined = done?.outcome.ok ? done.outcome.report : undefined;
  const mayConfirm = report !== undefined && !done?.confirmed && report.outcome !== 'unchanged';
  return (
    <div className="stack">
      <h1>{text.heading}</h1>
      <p>{text.lead}</p>
      {done && !done.outcome.ok ? (
        <p className="note bad" role="alert">
          {text.problems[done.outcome.code]}
        </p>
      ) : null}
      {done?.confirmed ? (
        <p className="note good" role="status">
          {text.done} · <a href={citizenPath(locale, `/laws/${done.code}`)}>{text.open}</a>
        </p>
      ) : null}
      {report ? <LawImportReport locale={locale} report={report} /> : null}
      {done?.confirmed ? null : (
        <Form method="post" encType="multipart/form-data" className="stack" key={done?.source.length ?? 0}>
          <div className="field">
            <label htmlFor="code">{text.code}</label>
            <span className="hint" id="code-hint">
              {text.codeHint}
            </span>
            <input
              id="code"
              name="code"
              required
              pattern="[a-z0-9][a-z0-9\-]*"
              maxLength={80}
              defaultValue={done?.code}
              aria-describedby="code-hint"
            />
          </div>
          <FileField id="file" name="file" label={text.file} locale={locale} accept=".txt,text/plain" />
          <div className="field">
            <label htmlFor="source">{text.text}</label>
            <textarea id="source" name="source" rows={10} lang="th" defaultValue={done?.source} />
          </div>
          <DateField
            name="inForceFrom"
            label={text.inForce}
            locale={locale}
            defaultValue={done?.inForceFrom}
          />
          <div className="row">
            <button className={mayConfirm ? 'button' : 'button act'} type="submit" name="step" value="check">
              {mayConfirm ? text.again : text.check}
            </button>
            {mayConfirm ? (
              <button className="button act" type="submit" name="step" value="confirm">
                {text.confirm}
              </button>
            ) : null}
          </div>
        </Form>
      )}
    </div>
  );
}
