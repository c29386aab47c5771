/** /office/moral/:id: a centre scores its activities and hands in; the tier above confirms or corrects, returns, publishes. */
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
import ethicsStyles from '#interface/styles/ethics.css?url';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { filesOf, readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type EthicsRefusal, statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { largestEvidence } from '../moral.ts';
import { moralText } from '../text.ts';
import { Activity } from './activity.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];
const doneWords = ['saved', 'removed', 'submitted', 'returned', 'verified', 'published'] as const;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.ethics.moral.view(signedIn, params['id'] ?? '', locale);
  const asked = new URL(request.url).searchParams.get('done');
  return data({ locale, view, done: doneWords.find((word) => word === asked) }, { status: view ? 200 : 404 });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, largestEvidence + 512 * 1024);
  if (!form) return data({ problem: 'file-too-large' as const }, { status: 413 });
  const id = params['id'] ?? '';
  const intent = textOf(form, 'intent');
  const refusal = (code: EthicsRefusal) => data({ problem: code }, { status: statusOf(code) });
  if (intent.startsWith('remove ')) {
    const gone = await app.ethics.moral.removeEvidence(signedIn, {
      assessmentId: id,
      id: intent.slice('remove '.length),
    });
    return gone.ok ? redirect(`/office/moral/${id}?done=removed`) : refusal(gone.code);
  }
  const positions = form.getAll('position').map(Number);
  const revision = Number(textOf(form, 'revision'));
  const scored = positions.map((position) => ({ position, score: Number(textOf(form, `score${position}`)) }));
  if (intent === 'save' || intent === 'submitted')
    for (const position of positions)
      for (const file of filesOf(form, `files${position}`)) {
        const kept = await app.ethics.moral.addEvidence(
          signedIn,
          { assessmentId: id, position, name: file.name.slice(0, 300) },
          new Uint8Array(await file.arrayBuffer()),
        );
        if (!kept.ok) return refusal(kept.code);
      }
  const step = intent === 'returned' || intent === 'verified' ? intent : 'published';
  const outcome =
    intent === 'save' || intent === 'submitted'
      ? await app.ethics.moral.save(signedIn, {
          id,
          revision,
          scores: scored.map((one) => ({
            ...one,
            evidence: textOf(form, `evidence${one.position}`),
            link: textOf(form, `link${one.position}`),
          })),
          submit: intent === 'submitted',
        })
      : await app.ethics.moral.step(signedIn, {
          id,
          revision,
          step,
          verdicts: scored.map((one) => ({ ...one, remark: textOf(form, `remark${one.position}`) })),
          remark: textOf(form, 'remark'),
        });
  return outcome.ok
    ? redirect(
        `/office/moral/${id}?done=${intent === 'save' ? 'saved' : intent === 'submitted' ? 'submitted' : step}`,
      )
    : refusal(outcome.code);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = moralText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function MoralOne() {
  const { locale, view, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const text = moralText(locale);
  const words = text.one;
  const back = (
    <p className="small">
      <Link to="/office/moral">{words.back}</Link>
    </p>
  );
  if (!view)
    return (
      <>
        {back}
        <h1>{text.heading}</h1>
        <p className="note">{words.notFound}</p>
      </>
    );
  const { assessment, frame, scores, files, mayWrite, mayVerify } = view;
  const names = locale === 'en' ? frame.levelsEn : frame.levelsTh;
  const activities = locale === 'en' ? frame.activitiesEn : frame.activitiesTh;
  const verifies = mayVerify && assessment.state === 'submitted';
  return (
    <>
      {back}
      <h1>{words.heading(view.name)}</h1>
      <p>
        {formatFiscalYear(assessment.fiscalYear, locale)}{' '}
        <span className={assessment.level ? 'tag good' : 'tag'}>{text.states[assessment.state]}</span>{' '}
        {assessment.level && assessment.percent !== undefined ? (
          <strong>{words.result(names[assessment.level - 1]!, assessment.percent.toFixed(2))}</strong>
        ) : null}
      </p>
      <p className="small soft measure">
        {text.virtues(locale === 'en' ? frame.virtuesEn : frame.virtuesTh)} ·{' '}
        {text.thresholds(frame.middleFrom, frame.highFrom)} ·{' '}
        {text.basis(locale === 'en' ? frame.basisEn : frame.basisTh)}{' '}
        <span className={frame.status === 'confirmed' ? 'tag good' : 'tag warn'}>
          {text.statuses[frame.status]}
        </span>
      </p>
      {done ? (
        <p className="note good" role="status">
          {words.done[done]}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      {assessment.remark ? <p className="note">{words.returnedWith(assessment.remark)}</p> : null}
      {mayWrite ? <p className="hint measure">{words.attachHint}</p> : null}
      <Form method="post" encType="multipart/form-data" key={assessment.state}>
        <input type="hidden" name="revision" value={assessment.revision} />
        {activities.map((name, at) => (
          <Activity
            key={name}
            position={at + 1}
            name={name}
            score={scores.find(({ position }) => position === at + 1)}
            files={files.filter(({ position }) => position === at + 1)}
            mode={mayWrite ? 'write' : verifies ? 'verify' : 'read'}
            locale={locale}
          />
        ))}
        {verifies ? (
          <div className="field">
            <label htmlFor="remark">{words.total}</label>
            <textarea id="remark" name="remark" rows={3} maxLength={2000} />
          </div>
        ) : null}
        <div className="row">
          {mayWrite ? (
            <>
              <button type="submit" name="intent" value="submitted" className="button act" disabled={isBusy}>
                {words.submit}
              </button>
              <button type="submit" name="intent" value="save" className="button" disabled={isBusy}>
                {words.save}
              </button>
            </>
          ) : null}
          {verifies ? (
            <>
              <button type="submit" name="intent" value="verified" className="button act" disabled={isBusy}>
                {words.verify}
              </button>
              <button type="submit" name="intent" value="returned" className="button" disabled={isBusy}>
                {words.return}
              </button>
            </>
          ) : null}
          {mayVerify && assessment.state === 'verified' ? (
            <button type="submit" name="intent" value="published" className="button act" disabled={isBusy}>
              {words.publish}
            </button>
          ) : null}
        </div>
        {mayWrite ? <p className="hint">{words.submitHint}</p> : null}
        {mayVerify && assessment.state === 'verified' ? <p className="hint">{words.publishHint}</p> : null}
      </Form>
    </>
  );
}
