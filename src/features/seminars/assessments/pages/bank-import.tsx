/** /office/question-bank/import: a whole file, or every row that has to be mended. */
import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { FileField } from '#interface/fields/file-field.tsx';
import seminarStyles from '#interface/styles/seminars.css?url';
import testStyles from '#interface/styles/tests.css?url';
import { fileOf, readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Refused, refused, statusOf } from '../assessment.ts';
import { readBankQuery } from '../bank-query.ts';
import { assessmentsText } from '../text.ts';

export const links = () => [
  { rel: 'stylesheet', href: seminarStyles },
  { rel: 'stylesheet', href: testStyles },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const query = new URL(request.url).searchParams;
  const { keepers } = await app.assessments.bank.list(signedIn, readBankQuery(new URLSearchParams()));
  if (keepers.length === 0) throw redirect('/office/question-bank');
  return { locale, keepers, id: crypto.randomUUID(), done: Number(query.get('done') ?? 0) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 6 * 1024 * 1024);
  const file = form && fileOf(form, 'file');
  if (!form || !file) return data<Refused>(refused(form ? 'not-a-file' : 'malformed'), { status: 409 });
  const outcome = await app.assessments.bank.import(signedIn, {
    id: textOf(form, 'id'),
    unitId: Number(textOf(form, 'unitId')),
    isShared: form.get('shared') === '1',
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  if (outcome.ok) return redirect(`/office/question-bank/import?done=${outcome.value.imported}`);
  return data<Refused>(outcome, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = assessmentsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.imports.heading) }];
};

export default function BankImport() {
  const { locale, keepers, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { imports: text, bank, edit, problems } = assessmentsText(locale);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <>
      <p className="small">
        <Link to="/office/question-bank">{bank.back}</Link>
      </p>
      <h1>{text.heading}</h1>
      <p className="soft">{text.lead}</p>
      {done > 0 && !answer ? (
        <p className="note good" role="status">
          {text.done(done)}
        </p>
      ) : null}
      {answer ? (
        <div className="note bad" role="alert">
          <p>{problems[answer.code]}</p>
          {answer.rows ? (
            <ul aria-label={text.rows}>
              {answer.rows.map(({ line, problem }) => (
                <li key={line}>
                  <strong>{text.line(line)}</strong>: {problems[problem as keyof typeof problems]}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="card" key={done}>
        <ImportId id={id} />
        <div className="field">
          <label htmlFor="unitId">{text.unit}</label>
          <select id="unitId" name="unitId">
            {keepers.map((keeper) => (
              <option key={keeper.id} value={keeper.id}>
                {keeper.code}
              </option>
            ))}
          </select>
        </div>
        <FileField
          name="file"
          label={text.file}
          hint={text.fileHint}
          locale={locale}
          accept=".csv,.xlsx,.gift,.txt"
          required
        />
        <label className="choice">
          <input type="checkbox" name="shared" value="1" />
          <span>
            {edit.shared}
            <small>{edit.sharedHint}</small>
          </span>
        </label>
        <button type="submit" className="button main" disabled={isBusy}>
          {text.send}
        </button>
      </Form>
      <h2>{text.formatHeading}</h2>
      <p>{text.format}</p>
      <p>
        <a href="/office/question-bank/questions.csv" download>
          {text.formatExample}
        </a>
      </p>
    </>
  );
}

/** Stays what it was when the form was opened, also after a refusal. */
function ImportId({ id }: { readonly id: string }) {
  const [began] = useState(id);
  return <input type="hidden" name="id" value={began} />;
}
