/** /office/pledge: once a year, a few situations with their reasons, then the pledge; on a telephone, without waiting. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime, formatFiscalYear } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { worded } from '../code.ts';
import type { PledgePage } from '../read-pledge.ts';
import { codesText } from '../text.ts';
import { CodesNav } from './codes-nav.tsx';
import { Situation } from './situation.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return {
    locale,
    page: await app.ethics.pledges.view(signedIn, locale),
    /** Made here, so that a form sent twice is one. */
    id: crypto.randomUUID(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const { pledges } = app.ethics;
  const id = textOf(form, 'id');
  const intent = textOf(form, 'intent');
  const outcome =
    intent === 'begin'
      ? await pledges.begin(signedIn, {
          id,
          unitId: Number(textOf(form, 'unitId')),
          regime: textOf(form, 'regime'),
        })
      : intent === 'answer'
        ? await pledges.answer(signedIn, {
            id,
            scenarioId: textOf(form, 'scenarioId'),
            position: Number(textOf(form, 'position')),
          })
        : await pledges.give(signedIn, { id });
  return outcome.ok
    ? redirect('/office/pledge')
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = codesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.pledge.heading) }];
};

export default function Pledge() {
  const { locale, page, id } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = codesText(locale).pledge;
  const { pledged, round, asked } = page;
  return (
    <>
      <h1>{text.heading}</h1>
      <p className="soft measure">{text.lead(formatFiscalYear(page.fiscalYear, locale))}</p>
      <CodesNav locale={locale} />
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      {pledged ? <Pledged page={page} locale={locale} /> : null}
      {!pledged && !round ? <Begin {...{ page, locale, id }} /> : null}
      {!pledged && round && asked ? (
        <Situation key={asked.id} at={round.done + 1} all={round.all} {...{ asked, locale, id }} />
      ) : null}
      {!pledged && round && !asked ? <Give {...{ page, locale, id }} /> : null}
      {round ? <Learned page={page} locale={locale} /> : null}
      {page.earlier.length > 0 ? (
        <>
          <h2>{text.earlier}</h2>
          <ul className="plain-list">
            {page.earlier.map((one) => (
              <li key={one.fiscalYear}>
                {formatFiscalYear(one.fiscalYear, locale)} · {formatDate(civilDate(new Date(one.at)), locale)}{' '}
                · {one.title}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

type PartProps = { readonly page: PledgePage; readonly locale: Locale };

function Begin({ page, locale, id }: PartProps & { readonly id: string }) {
  const text = codesText(locale).pledge;
  const isBusy = useNavigation().state !== 'idle';
  const prefix = locale === 'en' ? '/en' : '';
  if (page.units.length === 0) return <p className="card empty">{text.noRole}</p>;
  return (
    <Form method="post" className="card narrow-form">
      <input type="hidden" name="intent" value="begin" />
      <input type="hidden" name="id" value={id} />
      <p>
        <a href={`${prefix}/ethics/code`}>{text.read}</a>
      </p>
      {page.units.length === 1 ? (
        <input type="hidden" name="unitId" value={page.units[0]!.id} />
      ) : (
        <div className="field">
          <label htmlFor="unitId">{text.unit}</label>
          <select id="unitId" name="unitId">
            {page.units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor="regime">{text.regime}</label>
        <select id="regime" name="regime" defaultValue={page.usual}>
          {page.codes.map((code) => (
            <option key={code.regime} value={code.regime}>
              {worded(code.nameTh, code.nameEn, locale).text}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button act" disabled={isBusy}>
        {text.begin}
      </button>
      <p className="hint">{text.private}</p>
    </Form>
  );
}

function Give({ page, locale, id }: PartProps & { readonly id: string }) {
  const text = codesText(locale).pledge;
  const isBusy = useNavigation().state !== 'idle';
  const { code } = page;
  if (!code) return null;
  const pledge = worded(code.pledgeTh, code.pledgeEn, locale);
  return (
    <section className="card" aria-labelledby="give">
      <p className="note good" role="status">
        {text.ready}
      </p>
      <h2 id="give">{text.your(worded(code.titleTh, code.titleEn, locale).text)}</h2>
      <blockquote lang={pledge.lang} className="pledge-words">
        {pledge.text}
      </blockquote>
      <Form method="post">
        <input type="hidden" name="intent" value="give" />
        <input type="hidden" name="id" value={id} />
        <button type="submit" className="button act" disabled={isBusy}>
          {text.give}
        </button>
        <p className="hint">{text.giveHint}</p>
      </Form>
    </section>
  );
}

function Pledged({ page, locale }: PartProps) {
  const text = codesText(locale).pledge;
  const { pledged, code } = page;
  return (
    <section className="card" aria-labelledby="pledged">
      <h2 id="pledged">{text.pledged(formatDateTime(new Date(pledged!.at), locale))}</h2>
      {code ? (
        <>
          <p>{text.your(worded(code.titleTh, code.titleEn, locale).text)}</p>
          <blockquote className="pledge-words">
            {worded(code.pledgeTh, code.pledgeEn, locale).text}
          </blockquote>
        </>
      ) : null}
      <p className="small soft">
        {pledged!.place === undefined ? text.placePending : text.place(pledged!.place.toLocaleString(locale))}
        {' · '}
        {text.next}
      </p>
    </section>
  );
}

function Learned({ page, locale }: PartProps) {
  const text = codesText(locale).pledge;
  if (page.learned.length === 0) return null;
  return (
    <section aria-labelledby="learned">
      <h2 id="learned">{text.learned}</h2>
      <ol className="learned">
        {page.learned.map((one) => (
          <li key={one.id}>
            <p>{one.situation}</p>
            <p>
              <span className="tag good">{text.right}</span> <strong>{one.answer}</strong>
            </p>
            <p className="soft">{one.why}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
