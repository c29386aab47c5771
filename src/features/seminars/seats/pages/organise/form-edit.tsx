/** /office/seminars/:id/seats/form: the questions to participants. Publishing a change makes a new version. */
import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seatStyles from '#interface/styles/office-seats.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarMissing } from '../../../pages/seminar-frame.tsx';
import { seminarsText } from '../../../text.ts';
import type { FormField } from '../../form/form.ts';
import { checkForm } from '../../form/form-rules.ts';
import { usualForm } from '../../form/usual-form.seed.ts';
import { statusOf } from '../../seat-outcome.ts';
import { seatsText } from '../../text.ts';
import { QuestionEditor } from './question-editor.tsx';
import { SeatsFrame } from './seats-frame.tsx';
import { organiseText } from './text.ts';

export const links = () => [seminarStyles, seatStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const opened = await app.projects.open(signedIn, id);
  const view = opened?.may.organise ? await app.seats.settings(signedIn, id) : undefined;
  return data(
    {
      locale,
      seminar: view?.seminar,
      version: view?.form?.version,
      fields: view?.form?.fields ?? usualForm,
      formId: crypto.randomUUID(),
      isPublished: new URL(request.url).searchParams.has('published'),
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const form = await readForm(request, 256 * 1024);
  let fields: unknown;
  try {
    fields = JSON.parse(form ? textOf(form, 'fields') : '');
  } catch {
    return data({ problem: 'malformed' as const }, { status: 400 });
  }
  const outcome = await app.seats.saveForm(signedIn, id, { id: textOf(form!, 'id'), fields });
  if (!outcome.ok) return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  return redirect(`/office/seminars/${id}/seats/form?published=${outcome.value.version}`);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(organiseText(locale).formEdit.heading) }];
};

export default function FormEditPage() {
  const { locale, seminar, version, fields, formId, isPublished } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!seminar) return <SeminarMissing locale={locale} />;
  const words = organiseText(locale).formEdit;
  return (
    <SeatsFrame locale={locale} seminar={seminar} place="form">
      <h2>{words.heading}</h2>
      <p className="soft">{words.lead}</p>
      {problem ? (
        <p className="note bad" role="alert">
          {seatsText(locale).problems[problem]}
        </p>
      ) : null}
      {isPublished && !problem && version !== undefined ? (
        <p className="note good" role="status">
          {words.published(version)}
        </p>
      ) : null}
      <p>
        {version === undefined ? words.usual : <span className="tag deep">{words.version(version)}</span>}
      </p>
      <Questions key={version ?? 0} start={fields} formId={formId} locale={locale} />
    </SeatsFrame>
  );
}

type QuestionsProps = {
  readonly start: readonly FormField[];
  readonly formId: string;
  readonly locale: Locale;
};

function Questions({ start, formId, locale }: QuestionsProps) {
  const words = organiseText(locale).formEdit;
  const isBusy = useNavigation().state !== 'idle';
  const [fields, setFields] = useState(start);
  // The identifier that the form began with: sent twice it is one version.
  const [id] = useState(formId);
  const problems = checkForm(fields);
  const replace = (at: number, field: FormField) =>
    setFields(fields.map((each, place) => (place === at ? field : each)));
  const move = (at: number, by: number) => {
    const next = [...fields];
    next.splice(at + by, 0, ...next.splice(at, 1));
    setFields(next);
  };
  const add = () => {
    const taken = new Set(fields.map(({ code }) => code));
    let number = fields.length + 1;
    while (taken.has(`q${number}`)) number += 1;
    setFields([...fields, newField(`q${number}`)]);
  };
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="fields" value={JSON.stringify(fields)} />
      {fields.map((field, at) => (
        <QuestionEditor
          key={field.code}
          locale={locale}
          at={at}
          field={field}
          earlier={fields.slice(0, at)}
          problems={problems.filter((problem) => problem.field === field.code).map(({ code }) => code)}
          onChange={(changed) => replace(at, changed)}
          onUp={at > 0 ? () => move(at, -1) : undefined}
          onDown={at < fields.length - 1 ? () => move(at, 1) : undefined}
          onRemove={() => setFields(fields.filter((_, place) => place !== at))}
        />
      ))}
      <div className="row quota-save">
        <button type="button" className="button" onClick={add} disabled={fields.length >= 60}>
          {words.add}
        </button>
        <button
          type="submit"
          className="button main"
          disabled={isBusy || problems.length > 0 || fields.length === 0}
        >
          {words.publish}
        </button>
      </div>
    </Form>
  );
}

const newField = (code: string): FormField => ({
  code,
  kind: 'text',
  labelTh: '',
  labelEn: '',
  hintTh: '',
  hintEn: '',
  choices: [],
  isRequired: false,
  shownWhen: undefined,
  retentionDays: 90,
});
