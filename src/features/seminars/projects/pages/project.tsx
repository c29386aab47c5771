/** /office/seminars/:id/project: the project file, item by item as agencies write it. */
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
import seminarStyles from '#interface/styles/seminars.css?url';
import { fieldsOf, readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { seminarsText } from '../../text.ts';
import { type ProjectItem, projectItems, trainingTypes } from '../project.ts';
import { isInDraft } from '../project-rules.ts';
import { projectsText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const opened = await app.projects.open(signedIn, id);
  return data(
    {
      locale,
      opened,
      project: opened?.may.organise ? await app.projects.project(signedIn, id) : undefined,
      isSaved: new URL(request.url).searchParams.has('saved'),
    },
    { status: opened ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 1024 * 1024);
  const fields = form ? fieldsOf(form) : {};
  const outcome = await app.projects.saveProject(signedIn, { ...fields, seminarId: params['id'] });
  if (!outcome.ok) return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  return redirect(`/office/seminars/${params['id']}/project?saved=${outcome.value.changedAt.getTime()}`);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(projectsText(locale).project.heading) }];
};

/** Items that are lists: one a line. */
const lists: readonly ProjectItem[] = ['objectives', 'method', 'expectedResults'];
const shortItems: readonly ProjectItem[] = [
  'targetQuantity',
  'targetQuality',
  'period',
  'place',
  'moneySource',
  'responsible',
];

export default function ProjectPage() {
  const { locale, opened, project, isSaved } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  if (!opened) return <SeminarMissing locale={locale} />;
  const { seminar, may } = opened;
  const text = projectsText(locale);
  const words = text.project;
  const hintOf: Partial<Record<ProjectItem, string>> = {
    ...Object.fromEntries(lists.map((item) => [item, words.lines])),
    period: words.periodHint,
    place: words.placeHint,
  };
  const changedAt = project?.changedAt?.toISOString() ?? '';
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="project" canOrganise={may.organise}>
      <h2>{words.heading}</h2>
      {may.organise ? <p className="soft">{words.lead}</p> : <p className="note">{words.notYours}</p>}
      {isSaved && !problem ? (
        <p className="note good" role="status">
          {words.saved}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {may.organise && isInDraft(seminar.state) ? (
        // A saved text is a new start for the form; a refused one keeps what was typed.
        <Form method="post" className="narrow-form" key={changedAt}>
          <input type="hidden" name="changedAt" value={changedAt} />
          <div className="field">
            <label htmlFor="trainingType">{words.trainingType}</label>
            <p className="hint" id="trainingType-hint">
              {words.trainingTypeHint}
            </p>
            <select
              id="trainingType"
              name="trainingType"
              defaultValue={project?.trainingType ?? 'b'}
              aria-describedby="trainingType-hint"
            >
              {trainingTypes.map((type) => (
                <option key={type} value={type}>
                  {words.trainingTypes[type]}
                </option>
              ))}
            </select>
          </div>
          {projectItems.map((item) => (
            <div className="field" key={item}>
              <label htmlFor={item}>{text.items[item]}</label>
              {hintOf[item] ? (
                <p className="hint" id={`${item}-hint`}>
                  {hintOf[item]}
                </p>
              ) : null}
              <textarea
                id={item}
                name={item}
                lang="th"
                className={shortItems.includes(item) ? 'short' : undefined}
                maxLength={20000}
                defaultValue={project?.[item] ?? ''}
                aria-describedby={hintOf[item] ? `${item}-hint` : undefined}
              />
            </div>
          ))}
          <button type="submit" className="button main" disabled={isBusy}>
            {words.save}
          </button>
        </Form>
      ) : null}
      {may.organise && !isInDraft(seminar.state) ? (
        <>
          <p className="note">{words.locked}</p>
          <dl className="facts measure">
            {projectItems.map((item) => (
              <div key={item}>
                <dt>{text.items[item]}</dt>
                <dd className="kept-lines" lang="th">
                  {project?.[item] || words.empty}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </SeminarFrame>
  );
}
