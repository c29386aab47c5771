/** /office/no-gift/template: the wording that heads sign; saving makes the next version. */
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
import { DateField } from '#interface/fields/date-field.tsx';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { placeholders, type Template } from '../no-gift.ts';
import { noGiftText } from '../text.ts';
import { AnnouncementText } from './announcement-text.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const { template, keepsTemplate } = await app.ethics.noGift.desk(signedIn, locale);
  return {
    locale,
    template,
    keepsTemplate,
    actId: crypto.randomUUID(),
    today: civilDate(app.ground.now()),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const outcome = await app.ethics.noGift.enterTemplate(signedIn, {
    id: textOf(form, 'id'),
    titleTh: textOf(form, 'titleTh'),
    titleEn: textOf(form, 'titleEn'),
    bodyTh: textOf(form, 'bodyTh'),
    bodyEn: textOf(form, 'bodyEn'),
    basis: textOf(form, 'basis'),
    source: textOf(form, 'source'),
    status: textOf(form, 'status') === 'confirmed' ? 'confirmed' : 'unconfirmed',
    validFrom: dateText(form, 'validFrom'),
  });
  return outcome.ok
    ? { isSaved: true, problem: undefined }
    : data({ isSaved: false, problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = noGiftText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.template.heading) }];
};

export default function TemplatePage() {
  const { locale, template, keepsTemplate, actId, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = noGiftText(locale).template;
  return (
    <>
      <p className="small">
        <Link to="/office/no-gift">{text.back}</Link>
      </p>
      <h1>{text.heading}</h1>
      <p className="soft measure">{text.lead}</p>
      {template ? (
        <p>
          {text.version(template.version)}{' '}
          <span className="soft">{text.from(formatDate(asCivilDate(template.validFrom), locale))}</span>{' '}
          <span className={template.status === 'confirmed' ? 'tag good' : 'tag warn'}>
            {text.statuses[template.status]}
          </span>
        </p>
      ) : null}
      {answer?.isSaved ? (
        <p className="note good" role="status">
          {text.saved}
        </p>
      ) : null}
      {answer?.problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[answer.problem]}
        </p>
      ) : null}
      {keepsTemplate ? (
        <TemplateForm key={template?.version} {...{ locale, template, actId, today }} />
      ) : (
        <>
          <p className="note">{text.forbidden}</p>
          {template ? <AnnouncementText body={template.bodyTh} lang="th" /> : null}
        </>
      )}
    </>
  );
}

type FormProps = {
  readonly locale: Locale;
  readonly template: Template | undefined;
  readonly actId: string;
  readonly today: string;
};

function TemplateForm({ locale, template, actId, today }: FormProps) {
  const text = noGiftText(locale).template;
  const [ownId] = useState(actId);
  const isBusy = useNavigation().state !== 'idle';
  const line = (name: 'titleTh' | 'titleEn' | 'basis' | 'source') => (
    <div className="field" key={name}>
      <label htmlFor={name}>{text[name]}</label>
      <input id={name} name={name} required maxLength={500} defaultValue={template?.[name]} />
    </div>
  );
  const body = (name: 'bodyTh' | 'bodyEn') => (
    <div className="field">
      <label htmlFor={name}>{text[name]}</label>
      <textarea
        id={name}
        name={name}
        required
        rows={12}
        maxLength={8000}
        defaultValue={template?.[name]}
        aria-describedby="template-help"
      />
    </div>
  );
  return (
    <Form method="post" className="narrow-form">
      <input type="hidden" name="id" value={ownId} />
      <div id="template-help" className="note">
        <p>{text.help}</p>
        <ul>
          {placeholders.map((name) => (
            <li key={name}>
              <code>{`{${name}}`}</code> {text.placeholders[name]}
            </li>
          ))}
        </ul>
        <p>{text.markup}</p>
      </div>
      {line('titleTh')}
      {body('bodyTh')}
      {line('titleEn')}
      {body('bodyEn')}
      <div className="two-columns">
        {line('basis')}
        {line('source')}
        <div className="field">
          <label htmlFor="status">{text.status}</label>
          <select id="status" name="status" defaultValue={template?.status}>
            <option value="unconfirmed">{text.statuses.unconfirmed}</option>
            <option value="confirmed">{text.statuses.confirmed}</option>
          </select>
        </div>
        <DateField name="validFrom" label={text.validFrom} locale={locale} defaultValue={today} required />
      </div>
      <button type="submit" className="button main" disabled={isBusy}>
        {text.save}
      </button>
    </Form>
  );
}
