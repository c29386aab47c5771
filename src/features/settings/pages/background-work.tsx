/** /office/settings/jobs: background work that was given up, and another run. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { settingsText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  if (!(await app.settings.may(signedIn))) throw new Response('forbidden', { status: 403 });
  return { locale, failed: await app.settings.failedJobs(signedIn) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 4 * 1024);
  const outcome = await app.settings.runJobAgain(signedIn, form ? textOf(form, 'id') : '');
  return outcome.ok ? outcome : data(outcome, { status: outcome.code === 'forbidden' ? 403 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = settingsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.work.heading) }];
};

export default function BackgroundWorkPage() {
  const { locale, failed } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const text = settingsText(locale);
  const words = text.work;
  const { columns } = words;
  const cause = (error: string) =>
    error === 'unknown-work' ? words.unknown : error === 'ran-out-of-time' ? words.timeout : error;
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft">{words.lead}</p>
      {outcome ? (
        <p className={outcome.ok ? 'note good' : 'note bad'} role={outcome.ok ? 'status' : 'alert'}>
          {outcome.ok ? words.againDone : text.problems[outcome.code]}
        </p>
      ) : null}
      {failed.length === 0 ? (
        <div className="card empty">
          <p>
            <strong>{words.none}</strong>
          </p>
          <p>{words.noneBody}</p>
        </div>
      ) : (
        <>
          <table className="stacked">
            <caption className="visually-hidden">{words.heading}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.failed}</th>
                <th scope="col">{columns.error}</th>
                <th scope="col">{text.act}</th>
              </tr>
            </thead>
            <tbody>
              {failed.map((job) => (
                <tr key={job.id}>
                  <td data-label={columns.name}>
                    <span className="mono">{job.name}</span>
                  </td>
                  <td data-label={columns.failed}>{formatDateTime(new Date(job.failedAt), locale)}</td>
                  <td data-label={columns.error}>
                    <span className="mono">{cause(job.error)}</span>
                    {job.tries > 0 ? ` · ${words.tries(job.tries)}` : null}
                  </td>
                  <td>
                    {job.isAsked ? (
                      words.asked
                    ) : (
                      <Form method="post">
                        <input type="hidden" name="id" value={job.id} />
                        <button type="submit" className="button">
                          {words.again}
                        </button>
                      </Form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="soft small">{words.advice}</p>
        </>
      )}
    </>
  );
}
