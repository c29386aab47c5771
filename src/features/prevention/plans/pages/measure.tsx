/** /office/plans/:id/measures/:measure: writes a measure; `new` begins one. One screen, keyboard first. */
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
import { DateField } from '#interface/fields/date-field.tsx';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { missions, schemes } from '../plan.ts';
import { isOpen } from '../plan-rules.ts';
import { plansText } from '../text.ts';
import { MeasureField } from './measure-field.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.plans.view(signedIn, params['id'] ?? '', locale);
  if (!view?.mayWrite || !isOpen(view.plan.state)) throw redirect(`/office/plans/${params['id'] ?? ''}`);
  const measure = view.measures.find(({ id }) => id === params['measure']);
  if (!measure && params['measure'] !== 'new') throw redirect(`/office/plans/${view.plan.id}`);
  return {
    locale,
    planId: view.plan.id,
    fiscalYear: view.plan.fiscalYear,
    centre: view.centre.name,
    alignments: view.alignments,
    measure,
    /** Made here, so that a form sent twice adds one measure. */
    id: measure?.id ?? crypto.randomUUID(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const planId = params['id'] ?? '';
  const form = await readForm(request, 128 * 1024);
  if (!form) return data({ problem: 'malformed' as const, fields: [] }, { status: 400 });
  const id = textOf(form, 'id');
  const remove = textOf(form, 'intent') === 'remove';
  const outcome = remove
    ? await app.plans.removeMeasure(signedIn, { planId, id })
    : await app.plans.saveMeasure(signedIn, {
        id,
        planId,
        baseChangedAt: textOf(form, 'baseChangedAt') || undefined,
        mission: missions.find((mission) => mission === textOf(form, 'mission')) ?? 'anti-corruption',
        title: textOf(form, 'title'),
        objective: textOf(form, 'objective'),
        indicator: textOf(form, 'indicator'),
        target: textOf(form, 'target'),
        targetUnit: textOf(form, 'targetUnit'),
        budget: textOf(form, 'budget'),
        startsOn: dateText(form, 'startsOn'),
        endsOn: dateText(form, 'endsOn'),
        owner: textOf(form, 'owner'),
        alignments: form.getAll('alignments').map(String),
      });
  if (outcome.ok) return redirect(`/office/plans/${planId}?done=${remove ? 'removed' : 'saved'}`);
  return data(
    { problem: outcome.code, fields: outcome.fields ?? [] },
    { status: outcome.code === 'forbidden' ? 403 : 409 },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; measure?: object | undefined } }) => {
  const text = plansText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.measure ? text.measure.edit : text.measure.new) }];
};

export default function MeasurePage() {
  const { locale, planId, fiscalYear, centre, alignments, measure, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const text = plansText(locale);
  const words = text.measure;
  const wrong = (field: keyof typeof text.fieldProblems) =>
    answer?.fields.includes(field) ? text.fieldProblems[field] : undefined;
  const shared = { locale, wrong, measure };
  return (
    <>
      <p className="small">
        <Link to={`/office/plans/${planId}`}>{text.plan.of(centre, fiscalYear)}</Link>
      </p>
      <h1>{measure ? words.edit : words.new}</h1>
      {answer ? (
        <p className="note bad" role="alert">
          {text.problems[answer.problem]}
        </p>
      ) : null}
      <Form method="post" className="narrow-form measure">
        <input type="hidden" name="id" value={id} />
        <input
          type="hidden"
          name="baseChangedAt"
          value={measure ? new Date(measure.changedAt).toISOString() : ''}
        />
        <fieldset className="field">
          <legend>{words.fields.mission}</legend>
          {missions.map((mission) => (
            <label key={mission} className="choice">
              <input
                type="radio"
                name="mission"
                value={mission}
                defaultChecked={(measure?.mission ?? 'anti-corruption') === mission}
              />
              <span>{text.missions[mission]}</span>
            </label>
          ))}
        </fieldset>
        <MeasureField name="title" {...shared} required />
        <MeasureField name="objective" rows={3} {...shared} />
        <MeasureField name="indicator" {...shared} />
        <div className="two-columns">
          <MeasureField name="target" inputMode="decimal" {...shared} />
          <MeasureField name="targetUnit" {...shared} />
        </div>
        <MeasureField name="budget" inputMode="decimal" {...shared} />
        <div className="two-columns">
          {(['startsOn', 'endsOn'] as const).map((name) => (
            <DateField
              key={name}
              name={name}
              label={words.fields[name]}
              locale={locale}
              defaultValue={measure?.[name]}
              problem={wrong(name)}
            />
          ))}
        </div>
        <MeasureField name="owner" {...shared} />
        <fieldset className="field">
          <legend>{words.fields.alignments}</legend>
          {schemes.map((scheme) => {
            const goals = alignments.filter((goal) => goal.scheme === scheme);
            return goals.map(({ key, nameTh, nameEn, isConfirmed }) => (
              <label key={key} className="choice">
                <input
                  type="checkbox"
                  name="alignments"
                  value={key}
                  defaultChecked={measure?.alignments.includes(key)}
                />
                <span>
                  {locale === 'en' ? nameEn : nameTh}
                  <small>
                    {text.schemes[scheme]}
                    {isConfirmed ? '' : ` · ${text.unconfirmed}`}
                  </small>
                </span>
              </label>
            ));
          })}
        </fieldset>
        <button type="submit" className="button main" disabled={isBusy}>
          {words.save}
        </button>
      </Form>
      {measure && measure.results.length === 0 ? (
        <Form method="post" className="row">
          <input type="hidden" name="id" value={id} />
          <button type="submit" className="button danger" name="intent" value="remove" disabled={isBusy}>
            {words.remove}
          </button>
        </Form>
      ) : null}
    </>
  );
}
