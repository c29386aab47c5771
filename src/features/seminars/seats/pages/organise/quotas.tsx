/** /office/seminars/:id/quotas: seats kept for each centre, as a grid; filled by kind of centre or pasted from a spreadsheet. */
import { useState } from 'react';
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
import seatStyles from '#interface/styles/office-seats.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { fieldsOf, readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarMissing } from '../../../pages/seminar-frame.tsx';
import { seminarsText } from '../../../text.ts';
import type { QuotaView } from '../../quota-grid.ts';
import { cellKey, type QuotaGrid, readNumber, sumOf } from '../../quota-rules.ts';
import { statusOf } from '../../seat-outcome.ts';
import { seatsText } from '../../text.ts';
import { QuotaTools } from './quota-tools.tsx';
import { SeatsFrame } from './seats-frame.tsx';
import { organiseText } from './text.ts';

export const links = () => [seminarStyles, seatStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const opened = await app.projects.open(signedIn, id);
  const quotas = opened?.may.organise ? await app.seats.quotas(signedIn, id) : undefined;
  const saved = Number(new URL(request.url).searchParams.get('saved') ?? Number.NaN);
  return data(
    { locale, quotas, saved: Number.isInteger(saved) ? saved : undefined },
    { status: quotas ? 200 : 404 },
  );
}

/** Cells are named "q.<unit>.<kind>", each with what it was before: only what changed is written. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const form = await readForm(request, 512 * 1024);
  if (!form) return data({ problem: 'malformed' as const }, { status: 400 });
  const fields = fieldsOf(form);
  const changes = Object.entries(fields).flatMap(([name, typed]) => {
    const [, unit, kind] = /^q\.(\d+)\.([a-z0-9-]+)$/.exec(name) ?? [];
    if (!unit || !kind) return [];
    const seats = typed === '' ? 0 : (readNumber(typed) ?? -1);
    return seats === Number(fields[`was.${unit}.${kind}`] ?? '')
      ? []
      : [{ unitId: Number(unit), kind, seats }];
  });
  const outcome = await app.seats.saveQuotas(signedIn, id, changes);
  if (!outcome.ok) return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  return redirect(`/office/seminars/${id}/quotas?saved=${outcome.value.changed}`);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(organiseText(locale).quotas.heading) }];
};

export default function QuotasPage() {
  const { locale, quotas, saved } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!quotas) return <SeminarMissing locale={locale} />;
  const words = organiseText(locale).quotas;
  return (
    <SeatsFrame locale={locale} seminar={quotas.seminar} place="quotas">
      <h2>{words.heading}</h2>
      <p className="soft">{words.lead}</p>
      {problem ? (
        <p className="note bad" role="alert">
          {seatsText(locale).problems[problem]}
        </p>
      ) : null}
      {saved !== undefined && !problem ? (
        <p className="note good" role="status">
          {words.saved(saved)}
        </p>
      ) : null}
      {/* What was saved is a new start; what was refused keeps what was typed. */}
      <Grid key={JSON.stringify(quotas.grid)} quotas={quotas} locale={locale} />
    </SeatsFrame>
  );
}

function Grid({ quotas, locale }: { readonly quotas: QuotaView; readonly locale: Locale }) {
  const { kinds, centres, seminar } = quotas;
  const words = organiseText(locale).quotas;
  const [grid, setGrid] = useState<QuotaGrid>(quotas.grid);
  const isBusy = useNavigation().state !== 'idle';
  const nameOf = (one: { nameTh: string; nameEn: string }) => (locale === 'th' ? one.nameTh : one.nameEn);
  const total = kinds.reduce((sum, { code }) => sum + sumOf(grid, centres, code), 0);
  const changed = centres
    .flatMap(({ id }) => kinds.map(({ code }) => cellKey(id, code)))
    .filter((key) => (grid[key] ?? 0) !== (quotas.grid[key] ?? 0)).length;
  return (
    <>
      <QuotaTools
        locale={locale}
        kinds={kinds.map((kind) => ({ code: kind.code, name: nameOf(kind) }))}
        centres={centres}
        grid={grid}
        onGrid={setGrid}
      />
      <Form method="post">
        <p className={total > seminar.seats ? 'note warn' : 'note'} role="status">
          {words.sum(total, seminar.seats)}
          {total > seminar.seats ? ` · ${words.over(total - seminar.seats)}` : ''}
          {' · '}
          {changed > 0 ? words.changed(changed) : words.unchanged}
        </p>
        <div className="scroll-x">
          <table className="quota-grid">
            <caption className="visually-hidden">{words.heading}</caption>
            <thead>
              <tr>
                <th scope="col">{seatsText(locale).columns.centre}</th>
                {kinds.map((kind) => (
                  <th scope="col" key={kind.code}>
                    {nameOf(kind)}
                  </th>
                ))}
                <th scope="col">{seatsText(locale).columns.total}</th>
              </tr>
            </thead>
            <tbody>
              {centres.map((centre) => (
                <tr key={centre.id}>
                  <th scope="row">{nameOf(centre)}</th>
                  {kinds.map((kind) => {
                    const key = cellKey(centre.id, kind.code);
                    const was = quotas.grid[key] ?? 0;
                    const now = grid[key] ?? 0;
                    return (
                      <td key={kind.code}>
                        <input type="hidden" name={`was.${centre.id}.${kind.code}`} value={was} />
                        <input
                          name={`q.${centre.id}.${kind.code}`}
                          inputMode="numeric"
                          maxLength={5}
                          aria-label={words.cell(nameOf(centre), nameOf(kind))}
                          className={now === was ? undefined : 'changed'}
                          value={now === 0 ? '' : now}
                          onChange={(event) =>
                            setGrid({ ...grid, [key]: readNumber(event.target.value) ?? 0 })
                          }
                        />
                      </td>
                    );
                  })}
                  <td className="number">
                    {kinds.reduce((sum, { code }) => sum + (grid[cellKey(centre.id, code)] ?? 0), 0)}
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{seatsText(locale).columns.total}</th>
                {kinds.map(({ code }) => (
                  <td key={code} className="number">
                    {sumOf(grid, centres, code)}
                  </td>
                ))}
                <td className="number">{total}</td>
              </tr>
            </tfoot>
          </table>
        </div>
        <p className="quota-save">
          <button type="submit" className="button main" disabled={isBusy}>
            {words.save}
          </button>
        </p>
      </Form>
    </>
  );
}
