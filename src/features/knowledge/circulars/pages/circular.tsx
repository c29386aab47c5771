/** /office/circulars/:id: the paper, what the officer's centre has done, and for the issuing centre who has read it. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDue } from '#platform/calendar/formatting.ts';
import { fileOf, readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type CircularRefusal, fileLimit, readerStates } from '../circular.ts';
import { circularsText } from '../text.ts';
import type { OtherCircular } from '../view-circular.ts';
import { OwnCentre } from './own-centre.tsx';
import { Readers } from './readers.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const view = isId ? await app.circulars.view(signedIn, id, locale) : undefined;
  const asked = new URL(request.url).searchParams;
  const shown = readerStates.find((state) => state === asked.get('show'));
  const done = (['acknowledge', 'answer', 'remind', 'issue'] as const).find(
    (act) => act === asked.get('done'),
  );
  return data(
    { locale, view, shown, done, today: civilDate(app.ground.now()) },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, fileLimit + 256 * 1024);
  if (!form) return refusal('file-too-large');
  const circularId = params['id'] ?? '';
  const unitId = Number(textOf(form, 'unitId'));
  const intent = textOf(form, 'intent');
  const file = fileOf(form, 'file');
  const id = textOf(form, 'id');
  const outcome =
    intent === 'answer'
      ? await app.circulars.answer(
          signedIn,
          { id, circularId, unitId, text: textOf(form, 'text') },
          file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
        )
      : intent === 'remind'
        ? await app.circulars.remind(signedIn, { id, circularId })
        : await app.circulars.acknowledge(signedIn, { circularId, unitId });
  return outcome.ok ? redirect(`/office/circulars/${circularId}?done=${intent}`) : refusal(outcome.code);
}

const refusal = (code: CircularRefusal) =>
  data({ problem: code }, { status: code === 'forbidden' ? 403 : code === 'not-found' ? 404 : 409 });

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; view?: { subject: string } } }) => {
  const text = circularsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.view?.subject ?? text.heading) }];
};

export default function CircularPage() {
  const { locale, view, shown, done, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = circularsText(locale);
  const back = (
    <p className="small">
      <Link to="/office/circulars">{text.back}</Link>
    </p>
  );
  if (!view)
    return (
      <>
        {back}
        <p className="card empty">{text.problems['not-found']}</p>
      </>
    );
  const due = view.answerDueOn && asCivilDate(view.answerDueOn);
  return (
    <>
      {back}
      {done ? (
        <p className="note good" role="status">
          {text.done[done]}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      <p className="small soft">
        <span className="tag deep">{text.kinds[view.kind]}</span>{' '}
        {view.isPublic ? <span className="tag">{text.isPublic}</span> : null}{' '}
        {text.numberAndDate(view.number, formatDate(asCivilDate(view.dated), locale))}
      </p>
      <h1 lang="th">{view.subject}</h1>
      <p className="soft">
        {text.view.from} {view.fromName}
        {' · '}
        {text.notSecret}
      </p>
      {view.supersededBy ? (
        <p className="note warn">
          {text.view.supersededBy} <Other circular={view.supersededBy} />
        </p>
      ) : null}
      {due ? (
        <p className={due < today ? 'note bad' : 'note'}>
          {text.due(formatDate(due, locale), formatDue(due, asCivilDate(today), locale))}
        </p>
      ) : null}
      <p className="row">
        <a className="button main" href={`/office/circulars/${view.id}/file`}>
          {text.download}
        </a>
        <span className="soft small">
          {view.fileName}
          {' · '}
          {text.size(view.fileSize)}
        </span>
      </p>
      {view.gist ? (
        <section>
          <h2>{text.view.gist}</h2>
          <p className="kept-lines" lang="th">
            {view.gist}
          </p>
        </section>
      ) : null}
      {view.answerAsked ? (
        <section>
          <h2>{text.view.asked}</h2>
          <p className="kept-lines" lang="th">
            {view.answerAsked}
          </p>
        </section>
      ) : null}
      {view.supersedes ? (
        <p>
          {text.view.supersedes} <Other circular={view.supersedes} />
        </p>
      ) : null}
      {view.own.map((own) => (
        <OwnCentre
          key={`${own.unitId} ${own.answer?.id ?? ''}`}
          locale={locale}
          circularId={view.id}
          asksAnswer={view.answerAsked !== undefined}
          own={own}
        />
      ))}
      {view.readers ? (
        <Readers locale={locale} view={view} readers={view.readers} shown={shown} today={today} />
      ) : null}
    </>
  );
}

function Other({ circular }: { readonly circular: OtherCircular }) {
  return (
    <Link to={`/office/circulars/${circular.id}`} lang="th">
      {circular.number} {circular.subject}
    </Link>
  );
}
