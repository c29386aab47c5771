/** What the report form and the form for advice share: the same questions' page, sealed and answered in the same way. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { noAnswers } from '../form-rules.ts';
import { formText } from '../form-text.ts';
import { Hotlines } from './hotlines.tsx';
import { Receipt } from './receipt.tsx';
import { ReportForm } from './report-form.tsx';

export async function loadForm({ context }: LoaderFunctionArgs, asked: 'report' | 'advice') {
  const { app, locale, island } = context.get(pageContext);
  const [centres, all] = await Promise.all([app.reports.listCentres(), app.reports.listTopics()]);
  const topics = all.filter(({ matter }) => (matter === 'ethics-advice') === (asked === 'advice'));
  const followAt = `${app.ground.publicUrl.origin}${citizenPath(locale, '/follow')}`;
  return { locale, centres, topics, followAt, seed: app.reports.newSeed(), island: island('report'), asked };
}

export async function fileForm({ context, request }: ActionFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const outcome = await app.reports.fileForm(request, locale);
  return data(outcome, { status: outcome.kind === 'again' ? outcome.status : 200 });
}

export function FormPage() {
  const { locale, centres, topics, followAt, seed, island, asked } = useLoaderData<typeof loadForm>();
  const outcome = useActionData<typeof fileForm>();
  const text = formText(locale);
  const path = asked === 'advice' ? '/advice/ask' : '/report';
  if (outcome && outcome.kind !== 'again')
    return (
      <PublicFrame locale={locale} path={path} narrow>
        {outcome.kind === 'changed' ? (
          <p className="note warn" role="alert">
            {text.problems.changed(outcome.receipt.number)}
          </p>
        ) : null}
        <Receipt locale={locale} followAt={followAt} receipt={outcome.receipt} />
      </PublicFrame>
    );
  if (!centres.some((centre) => centre.seal !== null))
    return (
      <PublicFrame locale={locale} path={path} narrow>
        <Heading>{text.notOpen.title}</Heading>
        <p>{text.notOpen.body}</p>
        <Hotlines locale={locale} />
      </PublicFrame>
    );
  return (
    <PublicFrame locale={locale} path={path} narrow>
      <ReportForm
        locale={locale}
        asked={asked}
        centres={centres}
        topics={topics}
        seed={outcome?.seed ?? seed}
        answers={outcome?.answers ?? noAnswers}
        problems={outcome?.problems ?? []}
        refusal={outcome?.refusal}
        hadFiles={outcome?.hadFiles ?? false}
      />
      <template id="receipt">
        <Receipt locale={locale} followAt={followAt} />
      </template>
      <script type="module" src={island} async />
    </PublicFrame>
  );
}
