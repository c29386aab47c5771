/** /office/settings/competence: the frame, the words of its levels, and the numbers, each in its versions. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import learningStyles from '#interface/styles/learning.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { ruleCodes } from '../../learning/learning-rule.ts';
import { statusOf } from '../../learning/outcome.ts';
import { unreadable } from '../../learning/pages/refuse.ts';
import { learningText } from '../../learning/text.ts';
import { competenceText } from '../text.ts';
import { FrameForm, type FrameSubject } from './frame-form.tsx';

export const links = () => [{ rel: 'stylesheet', href: learningStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const saved = new URL(request.url).searchParams.get('saved');
  return { locale, saved, ...(await app.learning.competence.frame(signedIn)) };
}

const names = [
  ...['what', 'code', 'kind', 'nameTh', 'nameEn', 'descriptionTh', 'descriptionEn'],
  ...['basis', 'basisTh', 'basisEn', 'source', 'status', 'level', 'baseVersion', 'value'],
];

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 32 * 1024);
  if (!form) return unreadable();
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
  const outcome = await app.learning.competence.keepFrame(signedIn, {
    ...typed,
    validFrom: dateText(form, 'validFrom'),
    validTo: dateText(form, 'validTo'),
  });
  if (outcome.ok) {
    const { what, code } = outcome.value;
    return redirect(`/office/settings/competence?saved=${what}-${code}#${what}-${code}`);
  }
  const place = `${typed['what']}-${typed['what'] === 'level' ? typed['level'] : typed['code']}`;
  return data({ problem: outcome.code, fields: outcome.fields, place }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = competenceText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.frame.heading) }];
};

export default function FramePage() {
  const { locale, competencies, past, levels, rules, mayKeep, saved, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = competenceText(locale).frame;
  const learning = learningText(locale);
  const name = (one: { nameTh: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameTh);
  const shown = (day: string) => formatDate(asCivilDate(day), locale, 'short');
  const tag = (isConfirmed: boolean) => (
    <span className={isConfirmed ? 'tag good' : 'tag warn'}>
      {isConfirmed ? words.confirmed : words.unconfirmed}
    </span>
  );
  const form = (subject: FrameSubject, place: string) => {
    const refused = answer && 'place' in answer && answer.place === place ? answer : undefined;
    return (
      <>
        {refused ? (
          <p className="note bad" role="alert">
            {learning.problems[refused.problem]}
          </p>
        ) : null}
        {saved === place && !answer ? (
          <p className="note good" role="status">
            {learning.saved}
          </p>
        ) : null}
        {mayKeep ? <FrameForm {...{ subject, place, locale, today }} wrong={refused?.fields ?? []} /> : null}
      </>
    );
  };
  return (
    <>
      <p className="small">
        <Link to="/office/competence">{competenceText(locale).back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      <p>
        <Link to="/office/settings/evaluation">{words.commonForm}</Link>
      </p>
      {mayKeep ? null : <p className="note">{words.readOnly}</p>}
      <h2>{words.competencies}</h2>
      <div className="learning-cards">
        {competencies.map((one) => (
          <section key={one.code} id={`competency-${one.code}`} className="card">
            <h3>{`${one.code} ${name(one)}`}</h3>
            <p className="small">
              {words.kinds[one.kind]} ·{' '}
              {one.validTo
                ? words.period(shown(one.validFrom), shown(one.validTo))
                : words.since(shown(one.validFrom))}{' '}
              {tag(one.isConfirmed)}
            </p>
            {past
              .filter(({ code }) => code === one.code)
              .map((was) => (
                <p key={was.version} className="small soft">
                  {words.past(name(was), shown(was.validFrom), was.validTo ? shown(was.validTo) : '')}
                </p>
              ))}
            {form({ what: 'competency', competency: one }, `competency-${one.code}`)}
          </section>
        ))}
        {mayKeep ? (
          <section className="card">{form({ what: 'competency' }, 'competency-new')}</section>
        ) : null}
      </div>
      <h2>{words.levels}</h2>
      <div className="learning-cards">
        {levels.map((one) => (
          <section key={one.level} id={`level-${one.level}`} className="card">
            <h3>{`${one.level} ${name(one)}`}</h3>
            <p>{locale === 'en' ? one.descriptionEn : one.descriptionTh}</p>
            <p className="small">
              {words.version(one.version)} {tag(one.isConfirmed)}
            </p>
            {form({ what: 'level', level: one }, `level-${one.level}`)}
          </section>
        ))}
      </div>
      <h2>{words.rules}</h2>
      <div className="learning-cards">
        {ruleCodes.map((code) => {
          const versions = rules.filter((rule) => rule.code === code);
          const [newest] = versions;
          if (!newest) return null;
          return (
            <section key={code} id={`rule-${code}`} className="card">
              <h3>{words.ruleNames[code]}</h3>
              <ul className="plain-list rows">
                {versions.map((rule) => (
                  <li key={rule.version}>
                    <strong>{words.value(rule.value)}</strong> {tag(rule.isConfirmed)}
                    <p className="small">
                      {words.version(rule.version)} ·{' '}
                      {rule.validTo
                        ? words.period(shown(rule.validFrom), shown(rule.validTo))
                        : words.since(shown(rule.validFrom))}
                    </p>
                    <p className="small soft">{locale === 'en' ? rule.basisEn : rule.basisTh}</p>
                  </li>
                ))}
              </ul>
              {form({ what: 'rule', rule: newest }, `rule-${code}`)}
            </section>
          );
        })}
      </div>
    </>
  );
}
