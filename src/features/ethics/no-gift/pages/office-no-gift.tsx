/** /office/no-gift: the head reads and signs her centre's announcement; everybody sees who has and who has not. */
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
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { standings } from '../no-gift.ts';
import type { OwnNoGift } from '../read-no-gift.ts';
import { noGiftText } from '../text.ts';
import { AnnouncementText } from './announcement-text.tsx';
import { StandingTag } from './standing-tag.tsx';
import { Standings } from './standings.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const desk = await app.ethics.noGift.desk(signedIn, locale, Number(asked.get('year')) || undefined);
  return {
    locale,
    desk,
    /** One for each centre that she may sign for: the same click twice is one announcement. */
    ids: Object.fromEntries(desk.own.map(({ unitId }) => [unitId, crypto.randomUUID()])),
    shown: standings.find((standing) => standing === asked.get('show')),
    isDone: asked.get('done') === 'sign',
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const outcome = await app.ethics.noGift.sign(signedIn, {
    id: textOf(form, 'id'),
    unitId: Number(textOf(form, 'unitId')),
    fiscalYear: Number(textOf(form, 'fiscalYear')),
    templateVersion: Number(textOf(form, 'templateVersion')),
  });
  return outcome.ok
    ? redirect('/office/no-gift?done=sign')
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = noGiftText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function OfficeNoGift() {
  const { locale, desk, ids, shown, isDone } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = noGiftText(locale);
  const { office } = text;
  const count = (standing?: string) =>
    desk.centres.filter((centre) => !standing || centre.standing === standing).length;
  const to = (show?: string) =>
    `?${new URLSearchParams({ year: String(desk.fiscalYear), ...(show ? { show } : {}) })}`;
  const prefix = locale === 'en' ? '/en' : '';
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        <div className="row">
          <a className="button" href={`${prefix}/no-gift`}>
            {office.public}
          </a>
          {desk.keepsTemplate ? (
            <Link className="button" to="/office/no-gift/template">
              {office.template}
            </Link>
          ) : null}
        </div>
      </div>
      <p className="soft measure">{text.lead}</p>
      {isDone ? (
        <p className="note good" role="status">
          {office.done}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      <h2>{office.own}</h2>
      {desk.own.length === 0 ? <p className="card empty">{office.none}</p> : null}
      {desk.own.map((own) => (
        <Own key={own.unitId} own={own} id={ids[own.unitId]!} year={desk.presentYear} locale={locale} />
      ))}
      <h2 id="all">
        {office.all} <span className="small soft">{formatFiscalYear(desk.fiscalYear, locale)}</span>
      </h2>
      <p>
        <strong>{text.count(count('signed'), desk.centres.length)}</strong>
      </p>
      <Form method="get" className="row filter short">
        <label htmlFor="year">{text.year}</label>
        <select id="year" name="year" defaultValue={desk.fiscalYear} key={desk.fiscalYear}>
          {desk.years.map((year) => (
            <option key={year} value={year}>
              {formatFiscalYear(year, locale)}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {text.show}
        </button>
      </Form>
      <nav className="row state-filter" aria-label={text.standing}>
        <Link className="button" to={to()} preventScrollReset aria-current={shown ? undefined : 'true'}>
          {text.all} ({count()})
        </Link>
        {standings.map((standing) => (
          <Link
            key={standing}
            className="button"
            to={to(standing)}
            preventScrollReset
            aria-current={shown === standing ? 'true' : undefined}
          >
            {text.standings[standing]} ({count(standing)})
          </Link>
        ))}
      </nav>
      <Standings
        centres={desk.centres.filter((centre) => !shown || centre.standing === shown)}
        locale={locale}
        to={(id) => `${prefix}/no-gift/${id}`}
      />
    </>
  );
}

type OwnProps = {
  readonly own: OwnNoGift;
  readonly id: string;
  readonly year: number;
  readonly locale: Locale;
};

function Own({ own, id, year, locale }: OwnProps) {
  const text = noGiftText(locale);
  const { office } = text;
  const isBusy = useNavigation().state !== 'idle';
  const prefix = locale === 'en' ? '/en' : '';
  return (
    <section className="card" aria-labelledby={`own-${own.unitId}`}>
      <h3 id={`own-${own.unitId}`}>{own.name}</h3>
      <p>
        <StandingTag standing={own.standing} locale={locale} />{' '}
        {own.id && own.signedAt ? (
          <>
            <a href={`${prefix}/no-gift/${own.id}`}>{text.read}</a>{' '}
            <span className="small soft">
              {text.signedOn} {formatDate(civilDate(new Date(own.signedAt)), locale)}
            </span>
          </>
        ) : null}
      </p>
      {own.toSign ? (
        <>
          <h4>{office.toSign(formatFiscalYear(year, locale))}</h4>
          <p lang="th">
            <strong>{own.toSign.titleTh}</strong>
          </p>
          <AnnouncementText body={own.toSign.bodyTh} lang="th" />
          <details>
            <summary>{office.english}</summary>
            <p lang="en">
              <strong>{own.toSign.titleEn}</strong>
            </p>
            <AnnouncementText body={own.toSign.bodyEn} lang="en" />
          </details>
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="unitId" value={own.unitId} />
            <input type="hidden" name="fiscalYear" value={year} />
            <input type="hidden" name="templateVersion" value={own.toSign.templateVersion} />
            <button type="submit" className="button act" disabled={isBusy}>
              {office.sign}
            </button>
            <p className="hint">{office.signHint}</p>
          </Form>
        </>
      ) : own.standing === 'signed' ? null : (
        <p className="soft">{office.headSigns}</p>
      )}
    </section>
  );
}
