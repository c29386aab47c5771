/** /office/question-bank/new and /:id: write a question; a change becomes a new version. */
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
import seminarStyles from '#interface/styles/seminars.css?url';
import testStyles from '#interface/styles/tests.css?url';
import { fieldsOf, readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type AssessmentRefusal, statusOf } from '../assessment.ts';
import { questionKinds } from '../question.ts';
import { readRows, sheetColumns, toRow } from '../question-sheet.ts';
import { assessmentsText } from '../text.ts';

export const links = () => [
  { rel: 'stylesheet', href: seminarStyles },
  { rel: 'stylesheet', href: testStyles },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? 'new';
  const view = await app.assessments.bank.open(signedIn, id);
  const row = view?.question && toRow(view.question.draft);
  return data(
    {
      locale,
      view,
      fields: row && Object.fromEntries(sheetColumns.map((name, at) => [name, row[at]!])),
      /** Made here, so that a form sent twice saves once. */
      newId: crypto.randomUUID(),
      versionId: crypto.randomUUID(),
      saved: new URL(request.url).searchParams.get('done') === 'saved',
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = (await readForm(request, 64 * 1024)) ?? new FormData();
  const { bank } = app.assessments;
  const fields = fieldsOf(form);
  const id = textOf(form, 'id');
  const refuse = (problem: AssessmentRefusal | 'kind-unknown' | 'pair-broken' | 'english-uneven') =>
    data(
      { problem, fields, competencies: form.getAll('competencies').map(String) },
      { status: problem in { forbidden: 1, 'not-found': 1 } ? statusOf(problem as AssessmentRefusal) : 409 },
    );
  const intent = textOf(form, 'intent');
  if (intent === 'retire' || intent === 'restore') {
    const outcome = await bank.retire(signedIn, { id, retire: intent === 'retire' });
    return outcome.ok ? redirect(`/office/question-bank/${id}?done=saved`) : refuse(outcome.code);
  }
  // The form is one row of the table that offices import: one reader for both.
  const competencies = form.getAll('competencies').map(String).join(' ');
  const read = readRows([
    sheetColumns,
    sheetColumns.map((name) => (name === 'competencies' ? competencies : textOf(form, name))),
  ])[0]?.read;
  if (!read) return refuse('malformed');
  if (!read.ok) return refuse(read.problem === 'columns-missing' ? 'malformed' : read.problem);
  const outcome = await bank.save(signedIn, {
    id,
    versionId: textOf(form, 'versionId'),
    version: Number(textOf(form, 'version')),
    unitId: Number(textOf(form, 'unitId')),
    isShared: form.get('shared') === '1',
    draft: read.draft,
  });
  return outcome.ok ? redirect(`/office/question-bank/${id}?done=saved`) : refuse(outcome.code);
}

export const meta = ({
  loaderData,
}: {
  loaderData?: { locale: Locale; view?: { question?: unknown } | undefined };
}) => {
  const text = assessmentsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.view?.question ? text.edit.heading : text.edit.headingNew) }];
};

export default function QuestionPage() {
  const loaded = useLoaderData<typeof loader>();
  const { locale, view, saved } = loaded;
  const answer = useActionData<typeof action>();
  const { edit: text, bank, problems } = assessmentsText(locale);
  const back = (
    <p className="small">
      <Link to="/office/question-bank">{bank.back}</Link>
    </p>
  );
  if (!view)
    return (
      <>
        {back}
        <h1>{bank.heading}</h1>
        <p className="card empty">{bank.missing}</p>
      </>
    );
  const { question, mayWrite } = view;
  return (
    <>
      {back}
      <h1>{question ? text.heading : text.headingNew}</h1>
      {question ? <p className="soft">{mayWrite ? text.lead(question.version) : text.readOnly}</p> : null}
      {saved && !answer ? (
        <p className="note good" role="status">
          {text.saved}
        </p>
      ) : null}
      {answer ? (
        <p className="note bad" role="alert">
          {problems[answer.problem]}
        </p>
      ) : null}
      <QuestionForm
        key={`${question?.id} ${question?.version}`}
        loaded={{ ...loaded, view }}
        answer={answer}
      />
      {question && mayWrite ? (
        <Form method="post" className="card">
          <input type="hidden" name="id" value={question.id} />
          <p className="hint">{text.retireHint}</p>
          <button
            type="submit"
            name="intent"
            value={question.isRetired ? 'restore' : 'retire'}
            className="button"
          >
            {question.isRetired ? text.restore : text.retire}
          </button>
        </Form>
      ) : null}
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type QuestionFormProps = {
  readonly loaded: Loaded & { readonly view: NonNullable<Loaded['view']> };
  readonly answer: ReturnType<typeof useActionData<typeof action>>;
};

function QuestionForm({ loaded, answer }: QuestionFormProps) {
  const { locale, view, newId, versionId } = loaded;
  const { question, competencies, keepers, mayWrite } = view;
  const { edit: text, kinds, difficulties } = assessmentsText(locale);
  const fields = answer?.fields ?? loaded.fields ?? {};
  const [began] = useState({ id: question?.id ?? newId, versionId });
  const [kind, setKind] = useState(questionKinds.find((each) => each === fields['kind']) ?? 'single');
  const isBusy = useNavigation().state !== 'idle';
  const chosen = answer?.competencies ?? question?.draft.competencies ?? [];
  const area = (name: string, label: string, rows: number, lang: Locale, hint?: string, required = false) => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <textarea
        id={name}
        name={name}
        rows={rows}
        lang={lang}
        defaultValue={fields[name]}
        required={required}
        aria-describedby={hint ? `${name}-hint` : undefined}
      />
    </div>
  );
  return (
    <Form method="post" className="card question-form">
      <input type="hidden" name="id" value={began.id} />
      <input type="hidden" name="versionId" value={began.versionId} />
      <input type="hidden" name="version" value={question?.version ?? 0} />
      <fieldset disabled={!mayWrite}>
        {question ? null : (
          <div className="field">
            <label htmlFor="unitId">{text.unit}</label>
            <select id="unitId" name="unitId" defaultValue={fields['unitId']}>
              {keepers.map((keeper) => (
                <option key={keeper.id} value={keeper.id}>
                  {keeper.code}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="kind">{text.kind}</label>
          <select
            id="kind"
            name="kind"
            value={kind}
            onChange={(event) =>
              setKind(questionKinds.find((each) => each === event.target.value) ?? 'single')
            }
          >
            {questionKinds.map((each) => (
              <option key={each} value={each}>
                {kinds[each]}
              </option>
            ))}
          </select>
        </div>
        {area('question_th', text.stemTh, 3, 'th', undefined, true)}
        {area('question_en', text.stemEn, 3, 'en')}
        {area('options_th', text.optionsTh, 5, 'th', text.optionsHint[kind], true)}
        {area('options_en', text.optionsEn, 5, 'en')}
        <fieldset aria-describedby="competencies-hint">
          <legend>{text.competencies}</legend>
          <p className="hint" id="competencies-hint">
            {text.competenciesHint}
          </p>
          <div className="question-competencies">
            {competencies.map(({ code, nameTh, nameEn }) => (
              <label className="choice" key={code}>
                <input
                  type="checkbox"
                  name="competencies"
                  value={code}
                  defaultChecked={chosen.includes(code)}
                />
                <span>
                  {code} {locale === 'en' ? nameEn : nameTh}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="field">
          <label htmlFor="difficulty">{text.difficulty}</label>
          <select id="difficulty" name="difficulty" defaultValue={fields['difficulty'] ?? '2'}>
            {([1, 2, 3] as const).map((each) => (
              <option key={each} value={each}>
                {difficulties[each]}
              </option>
            ))}
          </select>
        </div>
        <label className="choice">
          <input
            type="checkbox"
            name="shared"
            value="1"
            defaultChecked={answer ? fields['shared'] === '1' : (question?.isShared ?? false)}
          />
          <span>
            {text.shared}
            <small>{text.sharedHint}</small>
          </span>
        </label>
        {mayWrite ? (
          <button type="submit" className="button main" disabled={isBusy}>
            {text.save}
          </button>
        ) : null}
      </fieldset>
    </Form>
  );
}
