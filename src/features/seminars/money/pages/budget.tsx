/** /office/seminars/:id/budget: lines of expenses, fees of speakers with what they exceed, and the sum. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import budgetStyles from '#interface/styles/budget.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Refused, statusOf } from '../../outcome.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { isInDraft } from '../../projects/project-rules.ts';
import { projectsText } from '../../projects/text.ts';
import { seminarsText } from '../../text.ts';
import { moneyText } from '../text.ts';
import { BudgetLines } from './budget-lines.tsx';
import { BudgetSummary } from './budget-summary.tsx';
import { Fees } from './fees.tsx';

export const links = () => [
  { rel: 'stylesheet', href: seminarStyles },
  { rel: 'stylesheet', href: budgetStyles },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const opened = await app.projects.open(signedIn, params['id'] ?? '');
  if (opened && !opened.may.organise) throw redirect(`/office/seminars/${opened.seminar.id}`);
  return data(
    {
      locale,
      opened,
      budget: opened && (await app.money.budget(signedIn, opened.seminar)),
      /** For lines to come, so that a form sent twice makes them once. */
      fresh: Array.from({ length: 4 }, () => crypto.randomUUID()),
      isSaved: new URL(request.url).searchParams.has('saved'),
    },
    { status: opened ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = (await readForm(request, 1024 * 1024)) ?? new FormData();
  const seminarId = params['id'] ?? '';
  const mark = textOf(form, 'mark');
  if (textOf(form, 'intent') === 'fees') {
    const keys = form.getAll('fee').map(String);
    const claims = keys.map((key) => ({
      slotId: key.slice(0, 36),
      speakerId: key.slice(37),
      isPaid: form.has(`paid-${key}`),
      hours: textOf(form, `hours-${key}`),
      rate: textOf(form, `rate-${key}`),
    }));
    const outcome = await app.money.saveFees(signedIn, { seminarId, mark, claims });
    return outcome.ok ? saved(seminarId, outcome.value.mark) : refusal('fees', outcome, keys);
  }
  const ids = form
    .getAll('line')
    .map(String)
    .filter((id) => textOf(form, `description-${id}`) !== '' && !form.has(`remove-${id}`));
  const lines = ids.map((id) => ({
    id,
    category: textOf(form, `category-${id}`),
    description: textOf(form, `description-${id}`),
    quantity: textOf(form, `quantity-${id}`),
    unit: textOf(form, `unit-${id}`),
    unitPrice: textOf(form, `unitPrice-${id}`),
  }));
  const outcome = await app.money.saveLines(signedIn, { seminarId, mark, lines });
  return outcome.ok ? saved(seminarId, outcome.value.mark) : refusal('lines', outcome, ids);
}

const saved = (seminarId: string, mark: string) =>
  redirect(`/office/seminars/${seminarId}/budget?saved=${encodeURIComponent(mark)}`);

/** Fields are named `<row>.<field>`; the pages know rows by their keys. */
const refusal = (of: 'lines' | 'fees', { code, fields }: Refused, keys: readonly string[]) =>
  data(
    {
      of,
      problem: code,
      wrong: (fields ?? []).map((field) => {
        const [row, name] = field.split('.');
        return `${name}-${keys[Number(row)]}`;
      }),
    },
    { status: statusOf(code) },
  );

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(moneyText(locale).heading) }];
};

export default function BudgetPage() {
  const { locale, opened, budget, fresh, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!opened || !budget) return <SeminarMissing locale={locale} />;
  const { seminar, may } = opened;
  const text = moneyText(locale);
  const mayEdit = isInDraft(seminar.state);
  const problem =
    answer &&
    (answer.problem === 'malformed'
      ? answer.of === 'lines'
        ? text.fieldProblem
        : text.feeProblem
      : projectsText(locale).problems[answer.problem]);
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="budget" canOrganise={may.organise}>
      <h2>{text.heading}</h2>
      <p className="soft">{text.lead}</p>
      {isSaved && !problem ? (
        <p className="note good" role="status">
          {text.saved}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problem}
        </p>
      ) : null}
      {mayEdit ? null : <p className="note">{text.locked}</p>}
      <BudgetLines
        locale={locale}
        lines={budget.lines}
        mark={budget.linesMark}
        fresh={mayEdit ? fresh : undefined}
        wrong={answer?.of === 'lines' ? answer.wrong : []}
      />
      <Fees
        locale={locale}
        seminarId={seminar.id}
        budget={budget}
        mayEdit={seminar.state !== 'cancelled'}
        wrong={answer?.of === 'fees' ? answer.wrong : []}
      />
      <BudgetSummary locale={locale} budget={budget} />
    </SeminarFrame>
  );
}
