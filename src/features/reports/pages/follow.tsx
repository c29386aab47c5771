/** Coming back: the receipt is typed, the case is shown. The island opens it in the browser; without script the server does. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { en } from '#platform/sealing/text.en.ts';
import { th } from '#platform/sealing/text.th.ts';
import { dictionary, type Locale } from '#platform/text/messages.ts';
import { followText } from '../follow-text.ts';
import { formText } from '../form-text.ts';
import { receiptProblemWords } from '../receipt-problem.ts';
import type { FollowOutcome } from '../without-script/follow-form.ts';
import { refusalWords } from './follow-refusal.ts';
import { FollowedCase } from './followed-case.tsx';

const sealingText = dictionary(th, en);

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, locale, island } = context.get(pageContext);
  const [centres, topics] = await Promise.all([app.reports.listCentres(), app.reports.listTopics()]);
  return {
    locale,
    names: Object.fromEntries(centres.map((centre) => [centre.code, centre[locale]])),
    topics: Object.fromEntries(
      topics.map((topic) => [topic.code, locale === 'th' ? topic.nameTh : topic.nameEn]),
    ),
    island: island('follow'),
    messageId: crypto.randomUUID(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const outcome = await context.get(pageContext).app.reports.followForm(request);
  return data(outcome, { status: statusOf(outcome) });
}

function statusOf({ refusal }: FollowOutcome): number {
  if (!refusal) return 200;
  return refusal === 'busy'
    ? 429
    : refusal === 'unknown'
      ? 404
      : refusal === 'tooLarge'
        ? 413
        : refusal === 'full'
          ? 507
          : 400;
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => [
  { title: followText(loaderData?.locale ?? 'th').title },
];

export default function Follow() {
  const { locale, names, topics, island } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  if (outcome?.kind === 'open')
    return (
      <PublicFrame locale={locale} path="/follow" narrow>
        <FollowedCase locale={locale} names={names} topics={topics} outcome={outcome} />
      </PublicFrame>
    );
  return (
    <PublicFrame locale={locale} path="/follow" narrow>
      <Ask locale={locale} outcome={outcome} />
      <div id="case" data-names={JSON.stringify(names)} data-topics={JSON.stringify(topics)} hidden />
      <script type="module" src={island} async />
    </PublicFrame>
  );
}

type AskProps = { readonly locale: Locale; readonly outcome: FollowOutcome | undefined };

function Ask({ locale, outcome }: AskProps) {
  const text = followText(locale);
  const asked = outcome?.kind === 'ask' ? outcome : undefined;
  const problem = asked?.problem && receiptProblemWords(asked.problem, sealingText(locale).receipt);
  const refusal = asked?.refusal && refusalWords(locale, asked.refusal);
  return (
    <>
      <Heading>{text.heading}</Heading>
      <p>{text.lead}</p>
      <noscript>
        <div className="note warn">
          <strong>{formText(locale).noScript.title}</strong>
          <p>{formText(locale).noScript.body}</p>
        </div>
      </noscript>
      <p className="note warn" id="cannot-seal" hidden>
        {formText(locale).noScript.cannot}
      </p>
      <form id="follow-form" method="post" encType="multipart/form-data" data-locale={locale}>
        <div className="field">
          <label htmlFor="typed-receipt">{text.label}</label>
          <p className="hint" id="typed-receipt-hint">
            {text.hint}
          </p>
          <textarea
            id="typed-receipt"
            name="receipt"
            rows={2}
            defaultValue={asked?.typed}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem || refusal ? true : undefined}
            aria-describedby="typed-receipt-hint follow-problem"
          />
          <p className="problem" id="follow-problem" role="alert">
            {problem ?? refusal}
          </p>
        </div>
        <input type="hidden" name="intent" value="open" />
        <button type="submit" className="button main">
          {text.open}
        </button>
        <p role="status" id="follow-says" />
      </form>
      <details>
        <summary>{text.lost}</summary>
        <p>{text.lostBody}</p>
      </details>
    </>
  );
}
