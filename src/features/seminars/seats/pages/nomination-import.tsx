/** /office/nominations/:id/import: a centre brings in its names from a file. */
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
import { type SheetProblem, sheetProblem } from '#platform/spreadsheet/sheet-problem.ts';
import type { Locale } from '#platform/text/messages.ts';
import { titleLang, titleOf } from '../../pages/seminar-words.ts';
import { seatsText } from '../text.ts';
import { bringIn } from './import-action.ts';
import { ImportView } from './import-view.tsx';

export const links = () => [{ rel: 'stylesheet', href: seatStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const view = isId ? await app.seats.openNominations(signedIn, id) : undefined;
  return data({ locale, seminar: view?.seminar, closed: view?.closed }, { status: view ? 200 : 404 });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const answer = await bringIn(app, signedIn, params['id'] ?? '', request);
  return data(answer, { status: answer.code === undefined ? 200 : answer.code === 'forbidden' ? 403 : 409 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = seatsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.nominations.import) }];
};

export default function NominationImportPage() {
  const { locale, seminar, closed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = seatsText(locale);
  const problem =
    answer?.code === 'sheet'
      ? sheetProblem(answer.sheet as SheetProblem, locale)
      : answer?.code && text.problems[answer.code];
  return (
    <>
      <p className="small">
        <Link to={seminar ? `/office/nominations/${seminar.id}` : '/office/nominations'}>
          {text.nominations.back}
        </Link>
      </p>
      <h1 lang={seminar ? titleLang(seminar, locale) : undefined}>
        {seminar ? titleOf(seminar, locale) : text.nominations.heading}
      </h1>
      {seminar && !closed ? (
        <ImportView locale={locale} result={answer?.result} problem={problem} />
      ) : (
        <p className="note">{text.problems[closed ?? 'not-found']}</p>
      )}
    </>
  );
}
