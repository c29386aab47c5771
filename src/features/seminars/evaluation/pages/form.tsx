/** /office/seminars/:id/evaluation/form and /office/settings/evaluation: the questions, each change a new version. */
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
import learningStyles from '#interface/styles/learning.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { refuse, unreadable } from '../../learning/pages/refuse.ts';
import { learningText } from '../../learning/text.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { type Item, itemAbouts, itemKinds } from '../evaluation.ts';

export const links = () => [seminarStyles, learningStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const { id } = params;
  const isSaved = new URL(request.url).searchParams.has('saved');
  const { learning, projects } = app;
  if (id === undefined) {
    const items = await learning.evaluation.items(signedIn);
    return data({
      ...{ locale, isSaved, opened: undefined, isMissing: false, items },
      mayEdit: await learning.competence.mayKeepFrame(signedIn),
      newIds: idsFor(items),
    });
  }
  const opened = await projects.open(signedIn, id);
  const isMissing = !opened?.may.organise;
  const items = isMissing ? [] : await learning.evaluation.items(signedIn, id);
  return data(
    { ...{ locale, isSaved, opened, isMissing, items }, mayEdit: !isMissing, newIds: idsFor(items) },
    { status: isMissing ? 404 : 200 },
  );
}

/** One identifier for the next version of each question, and one for a new question. */
const idsFor = (items: readonly Item[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...items.map(({ code }) => code), ''].map((code) => [code, crypto.randomUUID()]));

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 32 * 1024);
  if (!form) return unreadable();
  const outcome = await app.learning.evaluation.saveItem(signedIn, {
    ...Object.fromEntries(
      ['id', 'about', 'kind', 'promptTh', 'promptEn', 'position'].map((name) => [name, textOf(form, name)]),
    ),
    seminarId: params['id'],
    code: textOf(form, 'code') || undefined,
    isAsked: form.has('isAsked'),
  });
  return outcome.ok ? redirect(`${new URL(request.url).pathname}?saved`) : refuse(outcome);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = learningText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.form.heading) }];
};

export default function FormPage() {
  const { locale, items, opened, isMissing, mayEdit, isSaved, newIds } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = learningText(locale);
  const words = text.form;
  if (isMissing) return <SeminarMissing locale={locale} />;
  const codes = [...new Set(items.map(({ code }) => code))];
  // A seminar's own comes before the common one; within each the newest.
  const newest = (code: string) =>
    [...items]
      .filter((item) => item.code === code)
      .sort(
        (a, b) =>
          Number(b.seminarId !== undefined) - Number(a.seminarId !== undefined) || b.version - a.version,
      )[0]!;
  const body = (
    <>
      {answer ? (
        <p className="note bad" role="alert">
          {text.problems[answer.problem]}
        </p>
      ) : null}
      {isSaved && !answer ? (
        <p className="note good" role="status">
          {text.saved}
        </p>
      ) : null}
      {mayEdit ? null : <p className="note">{words.readOnly}</p>}
      <div className="learning-cards">
        {codes.map((code) => {
          const item = newest(code);
          return (
            <section className="card" key={code}>
              <p>
                <strong lang={locale}>{locale === 'en' ? item.promptEn : item.promptTh}</strong>
              </p>
              <p className="small">
                {words.about[item.about]} · {words.kind[item.kind]} · {words.version(item.version)} ·{' '}
                {item.seminarId ? words.own : words.common}{' '}
                {item.isAsked ? null : <span className="tag">{words.dropped}</span>}{' '}
                {item.isConfirmed ? null : <span className="tag warn">{text.unconfirmed}</span>}
              </p>
              {mayEdit ? <ItemForm item={item} locale={locale} id={newIds[code]!} /> : null}
            </section>
          );
        })}
        {mayEdit ? (
          <section className="card">
            <ItemForm item={undefined} locale={locale} id={newIds['']!} />
          </section>
        ) : null}
      </div>
    </>
  );
  if (!opened)
    return (
      <>
        <p className="small">
          <Link to="/office/settings/competence">{text.mine.competence}</Link>
        </p>
        <h1>{words.commonHeading}</h1>
        <p className="soft measure">{words.commonLead}</p>
        {body}
      </>
    );
  return (
    <SeminarFrame locale={locale} seminar={opened.seminar} tab="evaluation" canOrganise>
      <p className="small">
        <Link to={`/office/seminars/${opened.seminar.id}/evaluation`}>{words.back}</Link>
      </p>
      <h2>{words.heading}</h2>
      <p className="soft measure">{words.lead}</p>
      {body}
    </SeminarFrame>
  );
}

type ItemFormProps = { readonly item: Item | undefined; readonly locale: Locale; readonly id: string };

function ItemForm({ item, locale, id }: ItemFormProps) {
  const text = learningText(locale);
  const words = text.form;
  const isBusy = useNavigation().state !== 'idle';
  const field = (name: string) => `${id}-${name}`;
  return (
    <details>
      <summary>{item ? words.edit : words.add}</summary>
      <Form method="post" key={id}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="code" value={item?.code ?? ''} />
        {(['promptTh', 'promptEn'] as const).map((name) => (
          <div className="field" key={name}>
            <label htmlFor={field(name)}>{words[name]}</label>
            <input
              id={field(name)}
              name={name}
              required
              maxLength={300}
              lang={name === 'promptTh' ? 'th' : 'en'}
              defaultValue={item?.[name]}
            />
          </div>
        ))}
        <div className="field">
          <label htmlFor={field('about')}>{words.aboutLabel}</label>
          <select id={field('about')} name="about" defaultValue={item?.about ?? 'slot'}>
            {itemAbouts.map((each) => (
              <option key={each} value={each}>
                {words.about[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={field('kind')}>{words.kindLabel}</label>
          <select id={field('kind')} name="kind" defaultValue={item?.kind ?? 'rating'}>
            {itemKinds.map((each) => (
              <option key={each} value={each}>
                {words.kind[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={field('position')}>{words.position}</label>
          <input
            id={field('position')}
            name="position"
            inputMode="numeric"
            required
            defaultValue={item?.position ?? 90}
          />
        </div>
        <label className="choice">
          <input type="checkbox" name="isAsked" defaultChecked={item?.isAsked ?? true} />
          <span>{words.isAsked}</span>
        </label>
        <button type="submit" className="button main" disabled={isBusy}>
          {text.save}
        </button>
      </Form>
    </details>
  );
}
