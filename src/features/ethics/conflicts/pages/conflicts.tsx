/** /office/conflicts: the yearly "nothing to declare", the officer's declarations, those she decides on; numbers for above. */
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
import { formatDate, formatDateTime, formatFiscalYear } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import type { ConflictFigures, ConflictLine } from '../conflict.ts';
import { conflictsText } from '../text.ts';
import { ConflictTag } from './conflict-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return {
    locale,
    actId: crypto.randomUUID(),
    ...(await app.ethics.conflicts.desk(signedIn, locale)),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const outcome = await app.ethics.conflicts.declareNothing(signedIn, {
    id: textOf(form, 'id'),
    unitId: Number(textOf(form, 'unitId')),
  });
  return outcome.ok
    ? redirect('/office/conflicts')
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = conflictsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function Conflicts() {
  const { locale, actId, fiscalYear, own, others, nothingAt, units, figures } =
    useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const text = conflictsText(locale);
  // Of the fiscal year that runs; earlier ones do not stand in the way.
  const hasDeclared = own.some(({ isThisYear }) => isThisYear);
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        <Link className="button act" to="/office/conflicts/new">
          {text.declare}
        </Link>
      </div>
      <p className="soft measure">{text.lead}</p>
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      {units.length > 0 ? (
        <section className="card" aria-labelledby="year">
          <h2 id="year">{text.yearHeading(formatFiscalYear(fiscalYear, locale))}</h2>
          {nothingAt ? (
            <p className="note good">{text.nothingDone(formatDateTime(new Date(nothingAt), locale))}</p>
          ) : hasDeclared ? (
            <p>{text.nothingNot}</p>
          ) : (
            <Form method="post">
              <input type="hidden" name="id" value={actId} />
              <input type="hidden" name="unitId" value={units[0]!.id} />
              <button type="submit" className="button main" disabled={isBusy}>
                {text.nothing}
              </button>
              <p className="hint">{text.nothingHint}</p>
            </Form>
          )}
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="others">
          <h2 id="others">{text.others}</h2>
          <ConflictTable lines={others} locale={locale} labelledBy="others" withPerson />
        </section>
      ) : null}
      <section aria-labelledby="own">
        <h2 id="own">{text.own}</h2>
        {own.length === 0 ? (
          <p className="card empty">{text.ownNone}</p>
        ) : (
          <ConflictTable lines={own} locale={locale} labelledBy="own" />
        )}
      </section>
      {figures ? <Figures figures={figures} locale={locale} /> : null}
    </>
  );
}

type TableProps = {
  readonly lines: readonly ConflictLine[];
  readonly locale: Locale;
  readonly labelledBy: string;
  readonly withPerson?: boolean;
};

function ConflictTable({ lines, locale, labelledBy, withPerson = false }: TableProps) {
  const text = conflictsText(locale);
  return (
    <table className="stacked" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{text.columns.about}</th>
          {withPerson ? <th scope="col">{text.columns.person}</th> : null}
          <th scope="col">{text.columns.declared}</th>
          <th scope="col">{text.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <Link to={`/office/conflicts/${line.id}`}>{line.about}</Link>
              <div className="small soft">{text.matters[line.matter]}</div>
            </td>
            {withPerson ? (
              <td>
                {line.person}
                <div className="small soft">{line.unitName}</div>
              </td>
            ) : null}
            <td>{formatDate(civilDate(new Date(line.declaredAt)), locale, 'short')}</td>
            <td>
              <ConflictTag action={line.action} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figures({
  figures,
  locale,
}: {
  readonly figures: readonly ConflictFigures[];
  readonly locale: Locale;
}) {
  const text = conflictsText(locale).figures;
  const columns = ['officers', 'nothing', 'declared', 'undecided'] as const;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{text.heading}</h2>
      <p className="soft">{text.lead}</p>
      <table className="stacked" aria-labelledby="figures">
        <thead>
          <tr>
            <th scope="col">{text.centre}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {text[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures
            .filter((row) => row.officers > 0)
            .map((row) => (
              <tr key={row.unitId}>
                <td>{row.name}</td>
                {columns.map((column) => (
                  <td key={column} className="number">
                    <span className="stacked-label">{text[column]}: </span>
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
