/** /office/seminars/:id/certificates: what completes the seminar, who has, issuing, and what was issued. */
import { useEffect } from 'react';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import type { CertificateRefusal } from '../certificate.ts';
import { certificatesText } from '../text.ts';
import { CompletedPeople } from './completed-people.tsx';
import { CompletionRuleForm } from './completion-rule-form.tsx';
import { IssuedList } from './issued-list.tsx';
import { OrderForm } from './order-form.tsx';
import { Orders } from './orders.tsx';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.certificates.view(signedIn, params['id'] ?? '', locale);
  const asked = new URL(request.url).searchParams.get('done');
  return data(
    {
      locale,
      view,
      /** Made here, so that an order sent twice is one. */
      id: crypto.randomUUID(),
      today: civilDate(app.ground.now()),
      isOrdered: asked === 'order',
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 128 * 1024);
  if (!form) return refusal('malformed');
  const seminarId = params['id'] ?? '';
  const here = `/office/seminars/${seminarId}/certificates`;
  if (textOf(form, 'intent') === 'rule') {
    const outcome = await app.attendance.setRule(signedIn, {
      seminarId,
      by: textOf(form, 'by'),
      attendancePercent: Number(textOf(form, 'attendancePercent') || 'x'),
      postTestPercent: Number(textOf(form, 'postTestPercent') || 'x'),
    });
    return outcome.ok ? redirect(here) : refusal(outcome.code);
  }
  const outcome = await app.certificates.order(signedIn, {
    id: textOf(form, 'id'),
    seminarId,
    kind: textOf(form, 'kind'),
    chosen: form.getAll(textOf(form, 'kind') === 'speaker' ? 'speaker' : 'organiser').map(String),
    dated: dateText(form, 'dated'),
    signerName: textOf(form, 'signerName'),
    signerPosition: textOf(form, 'signerPosition'),
  });
  return outcome.ok ? redirect(`${here}?done=order`) : refusal(outcome.code);
}

const statusOf: Partial<Record<CertificateRefusal, number>> = {
  forbidden: 403,
  'head-orders': 403,
  oneself: 403,
  'not-found': 404,
};
const refusal = (code: CertificateRefusal) => data({ problem: code }, { status: statusOf[code] ?? 409 });

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = certificatesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

const watchEveryMs = 2_000;

export default function CertificatesPage() {
  const { locale, view, id, today, isOrdered } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isWorking = view?.batches.some(({ state }) => state !== 'done') ?? false;
  const revalidator = useRevalidator();
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setInterval(() => {
      if (revalidator.state === 'idle') void revalidator.revalidate();
    }, watchEveryMs);
    return () => clearInterval(timer);
  }, [isWorking, revalidator]);
  if (!view) return <SeminarMissing locale={locale} />;
  const text = certificatesText(locale);
  return (
    <SeminarFrame locale={locale} seminar={view.seminar} tab="certificates" canOrganise>
      <h2 className="visually-hidden">{text.heading}</h2>
      {isOrdered ? (
        <p className="note good" role="status">
          {text.order.done}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      <CompletionRuleForm locale={locale} rule={view.rule} hasTest={view.hasTest} />
      <CompletedPeople locale={locale} view={view} />
      <OrderForm locale={locale} view={view} id={id} today={today} />
      <Orders locale={locale} batches={view.batches} />
      <IssuedList locale={locale} issued={view.issued} seminarId={view.seminar.id} />
    </SeminarFrame>
  );
}
