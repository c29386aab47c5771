/** /office/honours/categories: what is honoured and how it is decided; the ministry enters the next version. */
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
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type EthicsRefusal, statusOf } from '../../outcome.ts';
import type { Category } from '../honour.ts';
import { honoursText } from '../text.ts';
import { nominationLimit } from './posted-nomination.ts';
import { Said } from './said.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams.get('code') ?? undefined;
  return { locale, asked, id: crypto.randomUUID(), ...(await app.ethics.honours.categories(signedIn)) };
}

type Answer = { readonly isSaved: boolean; readonly problem: EthicsRefusal | undefined };
export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, nominationLimit);
  if (!form) return data<Answer>({ isSaved: false, problem: 'malformed' }, { status: 422 });
  const outcome = await app.ethics.honours.enterCategory(signedIn, {
    ...Object.fromEntries([...form.keys()].map((name) => [name, textOf(form, name)])),
    opensOn: dateText(form, 'opensOn'),
    closesOn: dateText(form, 'closesOn'),
  });
  return outcome.ok
    ? data<Answer>({ isSaved: true, problem: undefined })
    : data<Answer>({ isSaved: false, problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = honoursText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.entry.heading) }];
};

export default function Categories() {
  const { locale, asked, id, fiscalYear, categories, keeps } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = honoursText(locale);
  const words = text.entry;
  const name = (one: Category) => (locale === 'en' ? one.nameEn : one.nameTh);
  const chosen = categories.find(({ code }) => code === asked);
  return (
    <>
      <p className="small">
        <Link to="/office/honours">{text.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead(formatFiscalYear(fiscalYear, locale))}</p>
      <Said locale={locale} done={answer?.isSaved ? words.saved : undefined} problem={answer?.problem} />
      {keeps ? null : <p className="note">{words.forbidden}</p>}
      {categories.map((one) => (
        <section key={one.code} className="card" aria-labelledby={`category-${one.code}`}>
          <h2 id={`category-${one.code}`}>{name(one)}</h2>
          <p className="small">
            {formatFiscalYear(one.fiscalYear, locale)} · {text.kinds[one.nominee]} ·{' '}
            {text.facts(String(one.most), String(one.threshold))}{' '}
            <span className={one.status === 'confirmed' ? 'tag good' : 'tag warn'}>
              {text.statuses[one.status]}
            </span>
          </p>
          <ul>
            {one.criteria.map((criterion) => (
              <li key={criterion.code}>
                {text.one.weight(locale === 'en' ? criterion.en : criterion.th, String(criterion.weight))}
              </li>
            ))}
          </ul>
          <p className="small soft">{locale === 'en' ? one.basisEn : one.basisTh}</p>
          {keeps ? (
            <Link className="button" to={`?code=${one.code}#change`}>
              {text.form.choose} <span className="visually-hidden">{name(one)}</span>
            </Link>
          ) : null}
        </section>
      ))}
      {keeps && asked ? (
        <>
          <h2 id="change">{chosen ? name(chosen) : words.fresh}</h2>
          <CategoryForm
            key={`${chosen?.code} ${chosen?.fiscalYear} ${chosen?.version}`}
            {...{ category: chosen, fiscalYear, locale, id }}
          />
        </>
      ) : null}
      {keeps && chosen === undefined && !asked ? (
        <p>
          <Link className="button" to="?code=new#change">
            {words.fresh}
          </Link>
        </p>
      ) : null}
    </>
  );
}

type FormProps = {
  readonly category: Category | undefined;
  readonly fiscalYear: number;
  readonly locale: Locale;
  readonly id: string;
};

function CategoryForm({ category, fiscalYear, locale, id }: FormProps) {
  const text = honoursText(locale);
  const words = text.entry;
  const [ownId] = useState(id);
  const isBusy = useNavigation().state !== 'idle';
  const line = (name: 'nameTh' | 'nameEn' | 'basisTh' | 'basisEn' | 'source') => (
    <div className="field">
      <label htmlFor={name}>{words[name]}</label>
      <input id={name} name={name} required maxLength={500} defaultValue={category?.[name]} />
    </div>
  );
  const count = (name: 'most' | 'threshold' | 'leastScorers' | 'leastNominees', fallback: number) => (
    <div className="field">
      <label htmlFor={name}>{words[name]}</label>
      <input
        id={name}
        name={name}
        type="number"
        min={name.startsWith('least') ? 2 : 0}
        max={1000}
        step={name === 'threshold' ? 0.01 : 1}
        required
        defaultValue={category?.[name] ?? fallback}
      />
    </div>
  );
  return (
    <Form method="post" className="narrow-form">
      <input type="hidden" name="id" value={ownId} />
      <input type="hidden" name="fiscalYear" value={fiscalYear} />
      {category ? (
        <input type="hidden" name="code" value={category.code} />
      ) : (
        <div className="field">
          <label htmlFor="code">{words.code}</label>
          <input id="code" name="code" required pattern="[A-Z][A-Z0-9\-]*" maxLength={30} />
        </div>
      )}
      {line('nameTh')}
      {line('nameEn')}
      <div className="field">
        <label htmlFor="nominee">{words.nominee}</label>
        <select id="nominee" name="nominee" defaultValue={category?.nominee}>
          <option value="person">{text.kinds.person}</option>
          <option value="unit">{text.kinds.unit}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="criteria">{words.criteria}</label>
        <textarea
          id="criteria"
          name="criteria"
          rows={5}
          required
          defaultValue={category?.criteria.map((one) => `${one.weight} | ${one.th} | ${one.en}`).join('\n')}
        />
      </div>
      {count('most', 10)}
      {count('threshold', 80)}
      {count('leastScorers', 3)}
      {count('leastNominees', 3)}
      <p className="hint">{words.leastNomineesHint}</p>
      <DateField
        name="opensOn"
        label={words.opensOn}
        locale={locale}
        required
        defaultValue={category?.opensOn}
      />
      <DateField
        name="closesOn"
        label={words.closesOn}
        locale={locale}
        required
        defaultValue={category?.closesOn}
      />
      {line('basisTh')}
      {line('basisEn')}
      {line('source')}
      <div className="field">
        <label htmlFor="status">{words.status}</label>
        <select id="status" name="status" defaultValue={category?.status ?? 'unconfirmed'}>
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
