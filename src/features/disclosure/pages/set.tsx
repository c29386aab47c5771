/** /office/disclosure/sets/:id: the items of one year with their sources; a draft is put in force here. */
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
import { statusOf } from '../outcome.ts';
import { disclosureText } from '../text.ts';
import { UnconfirmedTag } from './disclosure-tags.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.disclosure.viewSet(signedIn, params['id'] ?? '');
  if (!view) throw redirect('/office/disclosure/sets');
  return { locale, ...view, done: new URL(request.url).searchParams.get('done') ?? undefined };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const outcome = await app.disclosure.putInForce(signedIn, params['id'] ?? '');
  return outcome.ok
    ? redirect(`/office/disclosure/sets/${outcome.value.id}?done=in-force`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>> }) => {
  const text = disclosureText(loaderData?.locale ?? 'th');
  const name = loaderData
    ? text.sets.of(loaderData.set.fiscalYear, loaderData.set.version)
    : text.sets.heading;
  return [{ title: text.title(name) }];
};

export default function SetPage() {
  const { locale, set, items, gaps, mayKeep, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const text = disclosureText(locale);
  const words = text.sets;
  const said = done && done in words.done ? words.done[done as keyof typeof words.done] : undefined;
  return (
    <>
      <p className="small">
        <Link to="/office/disclosure/sets">{words.heading}</Link>
      </p>
      <h1>{words.of(set.fiscalYear, set.version)}</h1>
      <p>
        <span className={set.state === 'in-force' ? 'tag good' : 'tag'}>{words.states[set.state]}</span>{' '}
        {set.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null} {words.items(items.length)}
      </p>
      {said && !problem ? (
        <p className="note good" role="status">
          {said}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      <p>
        {words.basis}: {locale === 'en' ? set.basisEn : set.basisTh} · {words.source}: {set.source}
      </p>
      {gaps.length > 0 ? <p className="note">{text.gaps(gaps.join(', '))}</p> : null}
      {mayKeep && set.state === 'draft' ? (
        <Form method="post" className="card stack">
          <p className="hint">{words.putHint}</p>
          <button type="submit" className="button act" disabled={isBusy}>
            {words.putInForce}
          </button>
        </Form>
      ) : null}
      <p>
        <a href={`/office/disclosure/sets/${set.id}/items.xlsx?lang=${locale}`} download>
          {words.download}
        </a>
      </p>
      {items.map((item) => (
        <article key={item.code} className="card stack">
          <h2>
            {item.code} {locale === 'en' ? item.nameEn : item.nameTh}
          </h2>
          <p>{locale === 'en' ? item.requirementEn : item.requirementTh}</p>
          <ul>
            {item.checklist.map((line) => (
              <li key={line.position}>{locale === 'en' ? line.textEn : line.textTh}</li>
            ))}
          </ul>
          <p className="small soft">
            {item.formats.map((format) => text.formats[format]).join(', ')} · {text.fills[item.fill]} ·{' '}
            {item.source} {item.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
          </p>
        </article>
      ))}
    </>
  );
}
