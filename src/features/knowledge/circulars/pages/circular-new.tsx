/** /office/circulars/new: enter a circular and send it to centres. */
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
import { fileOf, readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { NewCircular } from '../circular.schemas.ts';
import { type CircularRefusal, circularKinds, fileLimit, secrecyGrades } from '../circular.ts';
import { circularsText } from '../text.ts';
import { CircularForm } from './circular-form.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const [issuers, issued] = await Promise.all([
    app.circulars.listIssuers(signedIn, locale),
    app.circulars.listIssued(signedIn, locale),
  ]);
  return {
    locale,
    /** Made here, so that a form sent twice issues once. */
    id: crypto.randomUUID(),
    issuers,
    older: issued
      .filter((circular) => !circular.isSuperseded)
      .map(({ id, number, subject }) => ({ id, number, subject })),
    today: civilDate(app.ground.now()),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, fileLimit + 256 * 1024);
  if (!form) return refusal('file-too-large');
  const file = fileOf(form, 'file');
  const outcome = await app.circulars.issue(
    signedIn,
    circularOf(form),
    file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  );
  return outcome.ok ? redirect(`/office/circulars/${outcome.value.id}?done=issue`) : refusal(outcome.code);
}

function circularOf(form: FormData): NewCircular {
  const wantsAnswer = form.has('wantsAnswer');
  return {
    id: textOf(form, 'id'),
    unitId: Number(textOf(form, 'unitId')),
    kind: circularKinds.find((kind) => kind === textOf(form, 'kind')) ?? 'circular',
    number: textOf(form, 'number'),
    dated: dateText(form, 'dated'),
    subject: textOf(form, 'subject'),
    gist: textOf(form, 'gist'),
    // Whatever is not plainly ungraded is treated as graded.
    secrecy: secrecyGrades.find((grade) => grade === textOf(form, 'secrecy')) ?? 'secret',
    audience: audienceOf(form),
    isPublic: form.has('isPublic'),
    answerDueOn: wantsAnswer ? dateText(form, 'answerDueOn') : undefined,
    answerAsked: wantsAnswer ? textOf(form, 'answerAsked') : '',
    supersedes: textOf(form, 'supersedes') || undefined,
  };
}

function audienceOf(form: FormData): NewCircular['audience'] {
  const to = textOf(form, 'to');
  if (to === 'kinds') return { to, kinds: form.getAll('kinds') as never };
  if (to === 'centres') return { to, codes: form.getAll('codes').map(String) };
  return { to: 'all' };
}

const refusal = (code: CircularRefusal) =>
  data({ problem: code }, { status: code === 'forbidden' ? 403 : 409 });

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = circularsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.form.heading) }];
};

export default function CircularNew() {
  const { locale, id, issuers, older, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = circularsText(locale);
  return (
    <>
      <p className="small">
        <Link to="/office/circulars">{text.back}</Link>
      </p>
      <h1>{text.form.heading}</h1>
      {issuers.length === 0 ? (
        <div className="note">
          <p>
            <strong>{text.form.noRight}</strong>
          </p>
          <p>{text.form.noRightBody}</p>
        </div>
      ) : (
        <>
          {problem ? (
            <p className="note bad" role="alert">
              {text.problems[problem]}
            </p>
          ) : null}
          <CircularForm {...{ locale, id, issuers, older, today }} />
        </>
      )}
    </>
  );
}
