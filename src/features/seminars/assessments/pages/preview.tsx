/** /office/seminars/:id/tests/preview: both tests as one participant might get them, with what is right. */
import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import testStyles from '#interface/styles/tests.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import type { Draft } from '../question.ts';
import { phases } from '../test.ts';
import { assessmentsText } from '../text.ts';
import { languageOf, wordsIn } from './question-field.tsx';

export const links = () => [
  { rel: 'stylesheet', href: seminarStyles },
  { rel: 'stylesheet', href: testStyles },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const draw = Number(new URL(request.url).searchParams.get('draw') ?? '') || 1;
  const preview = await app.assessments.preview(signedIn, {
    seminarId: params['id'] ?? '',
    seed: `preview ${draw}`,
  });
  return data({ locale, draw, preview }, { status: preview ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = assessmentsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.preview.heading) }];
};

export default function PreviewPage() {
  const { locale, draw, preview } = useLoaderData<typeof loader>();
  if (!preview) return <SeminarMissing locale={locale} />;
  const { preview: text, tests, kinds } = assessmentsText(locale);
  const base = `/office/seminars/${preview.seminar.id}/tests`;
  const { tests: drawn } = preview;
  return (
    <SeminarFrame locale={locale} seminar={preview.seminar} tab="tests" canOrganise>
      <p className="small no-print">
        <Link to={base}>{text.back}</Link>
      </p>
      <h2>{text.heading}</h2>
      {drawn ? (
        <>
          <p className="soft">{text.lead}</p>
          <p className="no-print">
            <Link className="button" to={`?draw=${draw + 1}`} preventScrollReset>
              {text.another}
            </Link>
          </p>
          {phases.map((phase) => (
            <section key={phase} aria-labelledby={phase}>
              <h3 id={phase}>{tests.phases[phase]}</h3>
              <ol className="rows plain-list">
                {drawn[phase].map(({ competency, draft }) => (
                  <li key={draft.stem.th}>
                    <p>
                      <strong lang={languageOf(draft.stem, locale)}>{wordsIn(draft.stem, locale)}</strong>{' '}
                      <span className="tag">{competency}</span>{' '}
                      <span className="tag">{kinds[draft.kind]}</span>
                    </p>
                    <ul>
                      {linesOf(draft, locale).map(({ words, isRight }) => (
                        <li key={words}>
                          {words}
                          {isRight ? (
                            <>
                              {' '}
                              <span aria-hidden="true">✓</span>
                              <span className="visually-hidden">{text.right}</span>
                            </>
                          ) : null}
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </>
      ) : (
        <p className="card empty">{text.none}</p>
      )}
    </SeminarFrame>
  );
}

function linesOf(draft: Draft, locale: Locale): readonly { words: string; isRight: boolean }[] {
  switch (draft.kind) {
    case 'single':
    case 'multiple':
      return draft.choices.map((choice) => ({ words: wordsIn(choice, locale), isRight: choice.isRight }));
    case 'matching':
      return draft.pairs.map(({ left, right }) => ({
        words: `${wordsIn(left, locale)} → ${wordsIn(right, locale)}`,
        isRight: false,
      }));
    case 'ordering':
      return draft.items.map((item, at) => ({
        words: `${at + 1}. ${wordsIn(item, locale)}`,
        isRight: false,
      }));
    case 'short':
      return draft.accepted.map((words) => ({ words, isRight: true }));
  }
}
