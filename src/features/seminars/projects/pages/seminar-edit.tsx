/** /office/seminars/new and /office/seminars/:id/edit: what a seminar is called, when, where and for how many. */
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
import { fieldsOf, readForm } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Refused, statusOf } from '../../outcome.ts';
import { seminarsText } from '../../text.ts';
import { isOpen } from '../project-rules.ts';
import { projectsText } from '../text.ts';
import { SeminarFields } from './seminar-fields.tsx';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'];
  const opened = id === undefined ? undefined : await app.projects.open(signedIn, id);
  if (id !== undefined && !opened?.may.organise) throw redirect('/office/seminars');
  return {
    locale,
    /** Made here, so that a form sent twice makes one seminar. */
    id: id ?? crypto.randomUUID(),
    seminar: opened?.seminar,
    units: await app.projects.listOrganising(signedIn),
  };
}

const formLimit = 256 * 1024;
const days = ['startsOn', 'endsOn', 'nominateBy', 'releaseOn'] as const;

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, formLimit);
  if (!form) return refusal({ ok: false, code: 'malformed' });
  const fields = fieldsOf(form);
  const outcome = await app.projects.saveSeminar(signedIn, {
    ...fields,
    ...Object.fromEntries(days.map((name) => [name, dateText(form, name)])),
    moveProgramme: form.has('moveProgramme'),
  });
  return outcome.ok ? redirect(`/office/seminars/${outcome.value.id}?done=saved`) : refusal(outcome);
}

const refusal = ({ code, fields }: Refused) =>
  data({ problem: code, fields: fields ?? [] }, { status: statusOf(code) });

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; seminar?: object } }) => {
  const locale = loaderData?.locale ?? 'th';
  const { form } = projectsText(locale);
  return [{ title: seminarsText(locale).title(loaderData?.seminar ? form.edit : form.make) }];
};

export default function SeminarEdit() {
  const { locale, id, seminar, units } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const text = projectsText(locale);
  const back = seminar ? `/office/seminars/${seminar.id}` : '/office/seminars';
  const blocked = seminar
    ? !isOpen(seminar.state) && ([text.form.closed, ''] as const)
    : units.length === 0 && ([text.form.noRight, text.form.noRightBody] as const);
  return (
    <>
      <p className="small">
        <Link to={back}>{seminar ? text.form.cancelEdit : seminarsText(locale).back}</Link>
      </p>
      <h1>{seminar ? text.form.edit : text.form.make}</h1>
      {blocked ? (
        <div className="note">
          <p>
            <strong>{blocked[0]}</strong>
          </p>
          <p>{blocked[1]}</p>
        </div>
      ) : (
        <Form method="post" className="narrow-form">
          <p className="soft">{text.form.lead}</p>
          {answer ? (
            <p className="note bad" role="alert">
              {text.problems[answer.problem]}
            </p>
          ) : null}
          <SeminarFields {...{ locale, id, seminar, units }} wrong={answer?.fields ?? []} />
          <button type="submit" className="button main" disabled={isBusy}>
            {seminar ? text.form.save : text.form.saveNew}
          </button>
          {seminar ? null : <p className="hint">{text.form.saveNewHint}</p>}
        </Form>
      )}
    </>
  );
}
