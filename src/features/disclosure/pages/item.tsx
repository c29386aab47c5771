/** /office/disclosure/:code/:year/:item: one item: what is asked, evidence, the centre's answer, its review. */
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
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { isReview } from '../answers/answer-rules.ts';
import { statusOf } from '../outcome.ts';
import { periodsOf } from '../publishing/paper-address.ts';
import { disclosureText } from '../text.ts';
import { takeAct } from './act-on-item.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerHistory } from './answer-history.tsx';
import { AnswerTag, UnconfirmedTag } from './disclosure-tags.tsx';
import { Evidence } from './evidence.tsx';
import { MakePaper } from './make-paper-form.tsx';
import { StepForms } from './step-forms.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const of = {
    unitCode: params['code'] ?? '',
    fiscalYear: Number(params['year']),
    itemCode: params['item'] ?? '',
  };
  const view = await app.disclosure.viewItem(signedIn, of, locale);
  if (!view) throw redirect('/office/disclosure');
  const { fill } = view.line.item;
  const present = fiscalYearOf(civilDate(app.ground.now()));
  return {
    locale,
    ...view,
    paper:
      fill === 'by-hand'
        ? undefined
        : { kind: fill, periods: periodsOf[fill], years: [present, present - 1, present - 2] },
    /** Made here, so that a form sent twice does its work once. */
    newId: crypto.randomUUID(),
    stepId: crypto.randomUUID(),
    linkId: crypto.randomUUID(),
    paperId: crypto.randomUUID(),
    done: new URL(request.url).searchParams.get('done') ?? undefined,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 32 * 1024);
  if (!form)
    return data(
      { code: 'malformed' as const, fields: [] as readonly string[], act: '', url: '' },
      { status: 400 },
    );
  const path = `/office/disclosure/${params['code']}/${params['year']}`;
  const of = {
    unitCode: params['code'] ?? '',
    fiscalYear: params['year'] ?? '',
    itemCode: params['item'] ?? '',
  };
  const { outcome, done, act } = await takeAct(app.disclosure, signedIn, of, form);
  if (outcome.ok) return redirect(`${path}/${params['item']}?done=${done}`);
  return data(
    { code: outcome.code, fields: outcome.fields ?? [], act, url: textOf(form, 'url') },
    { status: statusOf(outcome.code) },
  );
}

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>> }) => {
  const text = disclosureText(loaderData?.locale ?? 'th');
  const item = loaderData?.line.item;
  return [{ title: text.title(item ? `${item.code} ${loaderData.centre.name}` : text.heading) }];
};

export default function ItemPage() {
  const view = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { locale, centre, fiscalYear, line, around, paper, done, mayWrite, maySteps } = view;
  const { item, answer } = line;
  const text = disclosureText(locale);
  const words = text.item;
  const path = `/office/disclosure/${centre.code}/${fiscalYear}`;
  const said = done && done in words.done ? words.done[done as keyof typeof words.done] : undefined;
  const isOpen = mayWrite && (!answer || answer.state === 'preparing');
  return (
    <>
      <p className="row small">
        <Link to={path}>{words.back}</Link>
        {around.previous ? (
          <Link to={`${path}/${around.previous}`}>{words.previous(around.previous)}</Link>
        ) : null}
        {around.next ? <Link to={`${path}/${around.next}`}>{words.next(around.next)}</Link> : null}
      </p>
      <h1>
        {item.code} {locale === 'en' ? item.nameEn : item.nameTh}
      </h1>
      <p>
        {centre.name} · {text.year(fiscalYear)} <AnswerTag answer={answer} locale={locale} />
      </p>
      {said && !refusal ? (
        <p className="note good" role="status">
          {said}
        </p>
      ) : null}
      {refusal ? (
        <p className="note bad" role="alert">
          {text.problems[refusal.code]}
        </p>
      ) : null}
      <section className="card stack" aria-labelledby="asked">
        <h2 id="asked">{words.requirement}</h2>
        <p>{locale === 'en' ? item.requirementEn : item.requirementTh}</p>
        <p>
          {words.formats}: {item.formats.map((format) => text.formats[format]).join(', ')}
        </p>
        <p className="hint">
          {words.basis}: {item.basis} · {item.source}{' '}
          {item.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
        </p>
      </section>
      {paper && mayWrite ? <MakePaper locale={locale} view={view} paper={paper} isOpen={isOpen} /> : null}
      <Evidence
        locale={locale}
        view={view}
        isOpen={isOpen}
        refused={refusal?.act === 'link' ? refusal : undefined}
      />
      <AnswerForm
        locale={locale}
        view={view}
        isOpen={isOpen}
        fields={refusal?.act === 'save' ? refusal.fields : []}
      />
      <StepForms locale={locale} view={view} steps={maySteps.filter((step) => !isReview(step))} />
      <StepForms locale={locale} view={view} steps={maySteps.filter(isReview)} />
      {view.isOwnWork ? <p className="note">{words.ownWork}</p> : null}
      <AnswerHistory locale={locale} steps={view.steps} />
    </>
  );
}
