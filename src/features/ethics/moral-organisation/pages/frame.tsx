/** /office/moral/frame: what is assessed and how it becomes a level; the ministry enters the next version. */
import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { fieldsOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import type { Frame } from '../moral.ts';
import { moralText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const { frame, keepsFrame } = await app.ethics.moral.list(signedIn, locale);
  return { locale, frame, keepsFrame, id: crypto.randomUUID() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const outcome = await app.ethics.moral.enterFrame(signedIn, fieldsOf(form));
  return outcome.ok
    ? { isSaved: true, problem: undefined }
    : data({ isSaved: false, problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = moralText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.frame.heading) }];
};

export default function FramePage() {
  const { locale, frame, keepsFrame, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = moralText(locale);
  const words = text.frame;
  return (
    <>
      <p className="small">
        <Link to="/office/moral">{text.one.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {answer?.isSaved ? (
        <p className="note good" role="status">
          {words.saved}
        </p>
      ) : null}
      {answer?.problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[answer.problem]}
        </p>
      ) : null}
      {frame && !keepsFrame ? (
        <>
          <p className="note">{words.forbidden}</p>
          <ol>
            {(locale === 'en' ? frame.activitiesEn : frame.activitiesTh).map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </>
      ) : null}
      {frame && keepsFrame ? (
        <FrameForm key={`${frame.fiscalYear} ${frame.version}`} {...{ frame, locale, id }} />
      ) : null}
    </>
  );
}

type FormProps = { readonly frame: Frame; readonly locale: Locale; readonly id: string };

function FrameForm({ frame, locale, id }: FormProps) {
  const text = moralText(locale);
  const words = text.frame;
  const [ownId] = useState(id);
  const isBusy = useNavigation().state !== 'idle';
  const area = (name: 'activitiesTh' | 'activitiesEn' | 'levelsTh' | 'levelsEn', rows: number) => (
    <div className="field">
      <label htmlFor={name}>{words[name]}</label>
      <textarea id={name} name={name} rows={rows} required defaultValue={frame[name].join('\n')} />
    </div>
  );
  const line = (name: 'virtuesTh' | 'virtuesEn' | 'basisTh' | 'basisEn' | 'source') => (
    <div className="field">
      <label htmlFor={name}>{words[name]}</label>
      <input id={name} name={name} required maxLength={500} defaultValue={frame[name]} />
    </div>
  );
  const share = (name: 'middleFrom' | 'highFrom') => (
    <div className="field">
      <label htmlFor={name}>{words[name]}</label>
      <input
        id={name}
        name={name}
        type="number"
        min={0.01}
        max={100}
        step={0.01}
        required
        defaultValue={frame[name]}
      />
    </div>
  );
  return (
    <Form method="post" className="narrow-form">
      <input type="hidden" name="id" value={ownId} />
      {area('activitiesTh', 10)}
      {area('activitiesEn', 10)}
      {area('levelsTh', 3)}
      {area('levelsEn', 3)}
      {line('virtuesTh')}
      {line('virtuesEn')}
      {share('middleFrom')}
      {share('highFrom')}
      {line('basisTh')}
      {line('basisEn')}
      {line('source')}
      <div className="field">
        <label htmlFor="status">{words.status}</label>
        <select id="status" name="status" defaultValue={frame.status}>
          <option value="unconfirmed">{text.statuses.unconfirmed}</option>
          <option value="confirmed">{text.statuses.confirmed}</option>
        </select>
      </div>
      <button type="submit" className="button main" disabled={isBusy}>
        {words.save}
      </button>
    </Form>
  );
}
