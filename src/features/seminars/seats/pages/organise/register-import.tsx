/** /office/seminars/:id/register/import: the organiser brings in a list of names of any centres. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seatStyles from '#interface/styles/office-seats.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { type SheetProblem, sheetProblem } from '#platform/spreadsheet/sheet-problem.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarMissing } from '../../../pages/seminar-frame.tsx';
import { seminarsText } from '../../../text.ts';
import { seatsText } from '../../text.ts';
import { bringIn } from '../import-action.ts';
import { ImportView } from '../import-view.tsx';
import { SeatsFrame } from './seats-frame.tsx';
import { organiseText } from './text.ts';

export const links = () => [seminarStyles, seatStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const opened = await app.projects.open(signedIn, params['id'] ?? '');
  const seminar = opened?.may.organise ? opened.seminar : undefined;
  return data({ locale, seminar }, { status: seminar ? 200 : 404 });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const answer = await bringIn(app, signedIn, params['id'] ?? '', request);
  return data(answer, { status: answer.code === undefined ? 200 : answer.code === 'forbidden' ? 403 : 409 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(organiseText(locale).import.heading) }];
};

export default function RegisterImportPage() {
  const { locale, seminar } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!seminar) return <SeminarMissing locale={locale} />;
  const problem =
    answer?.code === 'sheet'
      ? sheetProblem(answer.sheet as SheetProblem, locale)
      : answer?.code && seatsText(locale).problems[answer.code];
  return (
    <SeatsFrame locale={locale} seminar={seminar} place="register">
      <p className="small">
        <Link to={`/office/seminars/${seminar.id}/register`}>{organiseText(locale).register.back}</Link>
      </p>
      <ImportView locale={locale} result={answer?.result} problem={problem} />
    </SeatsFrame>
  );
}
