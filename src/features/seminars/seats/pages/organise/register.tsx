/** /office/seminars/:id/register: everybody named for the seminar, with filters in the address and steps for many at once. */
import { useRef } from 'react';
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
import seatStyles from '#interface/styles/office-seats.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarMissing } from '../../../pages/seminar-frame.tsx';
import { registrationStates } from '../../../seminar.ts';
import { seminarsText } from '../../../text.ts';
import { pageSize } from '../../page-size.ts';
import type { Register } from '../../register-lines.ts';
import { statusOf } from '../../seat-outcome.ts';
import type { SeatStep } from '../../seat-steps.ts';
import { seatsText } from '../../text.ts';
import { SeatStateTag } from '../seat-state-tag.tsx';
import { type AskedFilter, filterOf, queryOf } from './register-filter.ts';
import { SeatsFrame } from './seats-frame.tsx';
import { organiseText } from './text.ts';

const bulkSteps = ['approve', 'place', 'withdraw'] as const satisfies readonly SeatStep[];

export const links = () => [seminarStyles, seatStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const asked = new URL(request.url).searchParams;
  const filter = filterOf(asked);
  const page = Math.max(1, Math.min(1_000, Math.trunc(Number(asked.get('page') ?? 1)) || 1));
  const opened = await app.projects.open(signedIn, id);
  const register = opened?.may.organise ? await app.seats.register(signedIn, id, filter, page) : undefined;
  return data({ locale, register, filter, page }, { status: register ? 200 : 404 });
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 256 * 1024);
  const step = bulkSteps.find((each) => form && each === textOf(form, 'step'));
  if (!form || !step) return data({ ok: false as const, code: 'malformed' as const }, { status: 400 });
  const ids = form.getAll('seat').map(String).slice(0, pageSize);
  const outcome = await app.seats.stepMany(signedIn, { ids, step });
  return data(outcome, { status: outcome.ok ? 200 : statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(organiseText(locale).register.heading) }];
};

export default function RegisterPage() {
  const { locale, register, filter, page } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  if (!register) return <SeminarMissing locale={locale} />;
  const { seminar } = register;
  const text = seatsText(locale);
  const words = organiseText(locale).register;
  const base = `/office/seminars/${seminar.id}`;
  const pages = Math.max(1, Math.ceil(register.count / pageSize));
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <SeatsFrame locale={locale} seminar={seminar} place="register">
      <div className="row page-head">
        <h2>{words.heading}</h2>
        <Link className="button" to={`${base}/register/import`}>
          {words.import}
        </Link>
      </div>
      {outcome ? (
        <p className={outcome.ok ? 'note good' : 'note bad'} role={outcome.ok ? 'status' : 'alert'}>
          {outcome.ok
            ? words.bulkDone(
                outcome.value.moved,
                outcome.value.confirmed,
                outcome.value.waitlisted,
                outcome.value.refused.length,
              )
            : text.problems[outcome.code]}
        </p>
      ) : null}
      <Filter register={register} filter={filter} locale={locale} />
      <div className="row">
        <strong>{words.found(register.count)}</strong>
        <a className="button quiet" href={`${base}/register.xlsx?${queryOf(filter, { lang: locale })}`}>
          {words.xlsx}
        </a>
        <a className="button quiet" href={`${base}/register.pdf?${queryOf(filter, { lang: locale })}`}>
          {words.print}
        </a>
        <a className="button quiet" href={`${base}/participants.pdf?lang=${locale}`}>
          {words.printListed}
        </a>
      </div>
      {register.lines.length === 0 ? (
        <p className="card empty">{isFiltered ? words.empty : words.none}</p>
      ) : (
        <Lines register={register} locale={locale} />
      )}
      {pages > 1 ? (
        <nav className="row" aria-label={words.page(page, pages)}>
          {page > 1 ? (
            <Link className="button" to={`?${queryOf(filter, { page: String(page - 1) })}`}>
              {words.before}
            </Link>
          ) : null}
          <span>{words.page(page, pages)}</span>
          {page < pages ? (
            <Link className="button" to={`?${queryOf(filter, { page: String(page + 1) })}`}>
              {words.next}
            </Link>
          ) : null}
        </nav>
      ) : null}
    </SeatsFrame>
  );
}

type FilterProps = { readonly register: Register; readonly filter: AskedFilter; readonly locale: Locale };

function Filter({ register, filter, locale }: FilterProps) {
  const text = seatsText(locale);
  const words = organiseText(locale).register;
  const nameOf = (one: { nameTh: string; nameEn: string }) => (locale === 'th' ? one.nameTh : one.nameEn);
  return (
    <Form method="get" className="seminar-filter" key={queryOf(filter)}>
      <label>
        {words.sought}
        <input type="search" name="q" defaultValue={filter.sought ?? ''} maxLength={100} />
      </label>
      <label>
        {text.columns.state}
        <select name="state" defaultValue={filter.state ?? ''}>
          <option value="">{words.all}</option>
          {registrationStates.map((state) => (
            <option key={state} value={state}>
              {text.states[state]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.columns.centre}
        <select name="unit" defaultValue={filter.unitId ?? ''}>
          <option value="">{words.all}</option>
          {register.centres.map((centre) => (
            <option key={centre.id} value={centre.id}>
              {nameOf(centre)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.columns.kind}
        <select name="kind" defaultValue={filter.kind ?? ''}>
          <option value="">{words.all}</option>
          {register.kinds.map((kind) => (
            <option key={kind.code} value={kind.code}>
              {nameOf(kind)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {words.filter}
      </button>
    </Form>
  );
}

function Lines({ register, locale }: { readonly register: Register; readonly locale: Locale }) {
  const text = seatsText(locale);
  const words = organiseText(locale).register;
  const isBusy = useNavigation().state !== 'idle';
  const form = useRef<HTMLFormElement>(null);
  const kindOf = (code: string) => {
    const kind = register.kinds.find((one) => one.code === code);
    return (locale === 'th' ? kind?.nameTh : kind?.nameEn) ?? code;
  };
  const chooseAll = () => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>('[name=seat]') ?? [])
      box.checked = true;
  };
  return (
    <Form method="post" ref={form}>
      <table className="stacked register-table">
        <caption className="visually-hidden">{words.heading}</caption>
        <thead>
          <tr>
            {[
              text.columns.choose,
              text.columns.name,
              text.columns.centre,
              text.columns.kind,
              text.columns.state,
            ].map((label) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {register.lines.map((line) => {
            const name = text.nameOf(line.prefixTh, line.nameTh);
            return (
              <tr key={line.id}>
                <td>
                  <input
                    type="checkbox"
                    name="seat"
                    value={line.id}
                    aria-label={`${text.columns.choose} ${name}`}
                  />
                </td>
                <td>
                  <Link to={`/office/seminars/${line.seminarId}/register/${line.id}`} lang="th">
                    {name}
                  </Link>
                  <div className="small soft" lang="th">
                    {line.positionTh}
                  </div>
                </td>
                <td>{locale === 'th' ? line.unitNameTh : line.unitNameEn}</td>
                <td>{kindOf(line.kind)}</td>
                <td>
                  <SeatStateTag state={line.state} locale={locale} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="row register-bulk">
        <button type="button" className="button quiet" onClick={chooseAll}>
          {words.chooseAll}
        </button>
        <strong>{words.bulk}</strong>
        {bulkSteps.map((step) => (
          <button
            key={step}
            type="submit"
            name="step"
            value={step}
            className={step === 'withdraw' ? 'button danger' : 'button'}
            disabled={isBusy}
          >
            {text.steps[step]}
          </button>
        ))}
      </div>
    </Form>
  );
}
