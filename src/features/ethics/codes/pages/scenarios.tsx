/** /office/codes/scenarios: the bank of situations, with answers and reasons, for who keeps it at the ministry. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { worded } from '../code.ts';
import { codesText } from '../text.ts';
import { CodesNav } from './codes-nav.tsx';
import { ScenarioForm } from './scenario-form.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const { scenarios, standards, keeps } = await app.ethics.codes.desk(signedIn, locale);
  const bank = keeps ? scenarios : [];
  return {
    locale,
    bank,
    standards,
    keeps,
    ids: Object.fromEntries(['new', ...bank.map(({ id }) => id)].map((name) => [name, crypto.randomUUID()])),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const replaces = textOf(form, 'replaces');
  const right = textOf(form, 'right');
  const outcome =
    textOf(form, 'intent') === 'end'
      ? await app.ethics.codes.endScenario(signedIn, textOf(form, 'row'))
      : await app.ethics.codes.writeScenario(signedIn, {
          id: textOf(form, 'id'),
          standard: textOf(form, 'standard'),
          situationTh: textOf(form, 'situationTh'),
          situationEn: textOf(form, 'situationEn'),
          ...(replaces ? { replaces } : {}),
          options: ['1', '2', '3'].map((at) => ({
            textTh: textOf(form, `textTh${at}`),
            textEn: textOf(form, `textEn${at}`),
            whyTh: textOf(form, `whyTh${at}`),
            whyEn: textOf(form, `whyEn${at}`),
            isRight: right === at,
          })),
        });
  return outcome.ok
    ? { isSaved: true, problem: undefined }
    : data({ isSaved: false, problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = codesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.bank.heading) }];
};

export default function Scenarios() {
  const { locale, bank, standards, keeps, ids } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const text = codesText(locale);
  const words = text.bank;
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      <CodesNav locale={locale} />
      {answer?.isSaved ? (
        <p className="note good" role="status">
          {words.saved}
        </p>
      ) : null}
      {answer?.problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[answer.problem]}
        </p>
      ) : null}
      {keeps ? (
        <>
          <p>
            <strong>{words.count(bank.length)}</strong>
          </p>
          <ul className="conduct-rows">
            {bank.map((row) => {
              const right = row.options.find(({ isRight }) => isRight)!;
              const standard = standards.find(({ code }) => code === row.standard);
              const situation = worded(row.situationTh, row.situationEn, locale).text;
              return (
                <li key={row.id}>
                  <p className="small soft">
                    {standard ? worded(standard.nameTh, standard.nameEn, locale).text : row.standard}
                  </p>
                  <p>
                    <strong>{situation}</strong>
                  </p>
                  <p className="soft">
                    {words.right}: {worded(right.textTh, right.textEn, locale).text}
                  </p>
                  <div className="row">
                    <details>
                      <summary>{text.desk.edit}</summary>
                      <ScenarioForm row={row} id={ids[row.id]!} {...{ locale, standards }} />
                    </details>
                    <Form method="post">
                      <input type="hidden" name="intent" value="end" />
                      <input type="hidden" name="row" value={row.id} />
                      <button type="submit" className="button" disabled={isBusy}>
                        {text.desk.end}
                        <span className="visually-hidden"> {situation}</span>
                      </button>
                    </Form>
                  </div>
                </li>
              );
            })}
          </ul>
          <details className="card">
            <summary>{words.add}</summary>
            <ScenarioForm
              key={bank.map(({ id }) => id).join(' ')}
              row={undefined}
              id={ids['new']!}
              {...{ locale, standards }}
            />
          </details>
        </>
      ) : (
        <p className="note">{words.forbidden}</p>
      )}
    </>
  );
}
