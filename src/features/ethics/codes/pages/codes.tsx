/** /office/codes: what one does and does not, for the network and the own centre; codes by regime and standards with versions. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fieldsOf, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { conductKinds } from '../code.ts';
import { codesText } from '../text.ts';
import { CodeVersions } from './code-versions.tsx';
import { CodesNav } from './codes-nav.tsx';
import { ConductList } from './conduct-list.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const { scenarios: _bank, ...desk } = await app.ethics.codes.desk(signedIn, locale);
  const forms = [
    'new',
    ...desk.conduct.map(({ id }) => id),
    ...desk.units.map(({ id }) => `unit-${id}`),
    ...desk.codes.map(({ regime }) => regime),
    ...desk.standards.map(({ code }) => code),
    'new-code',
  ];
  return {
    locale,
    desk,
    today: civilDate(app.ground.now()),
    /** One for each form, so that sent twice it is one. */
    ids: Object.fromEntries(forms.map((name) => [name, crypto.randomUUID()])),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const { codes } = app.ethics;
  const intent = textOf(form, 'intent');
  const unitId = textOf(form, 'unitId');
  const replaces = textOf(form, 'replaces');
  const issuedOn = dateText(form, 'issuedOn');
  const { intent: _, ...typed } = fieldsOf(form);
  const outcome =
    intent === 'end'
      ? await codes.endConduct(signedIn, textOf(form, 'row'))
      : intent === 'conduct'
        ? await codes.writeConduct(signedIn, {
            id: textOf(form, 'id'),
            ...(unitId ? { unitId: Number(unitId) } : {}),
            ...(replaces ? { replaces } : {}),
            regime: textOf(form, 'regime'),
            standard: textOf(form, 'standard'),
            kind: conductKinds.find((kind) => kind === textOf(form, 'kind')) ?? 'do',
            behaviourTh: textOf(form, 'behaviourTh'),
            behaviourEn: textOf(form, 'behaviourEn'),
            exampleTh: textOf(form, 'exampleTh'),
            exampleEn: textOf(form, 'exampleEn'),
          })
        : await codes.enter(signedIn, {
            ...typed,
            kind: intent,
            validFrom: dateText(form, 'validFrom'),
            issuedOn: issuedOn === '' ? undefined : issuedOn,
          });
  return outcome.ok
    ? { done: intent === 'end' ? ('ended' as const) : ('saved' as const), problem: undefined }
    : data({ done: undefined, problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = codesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.desk.heading) }];
};

export default function Codes() {
  const { locale, desk, today, ids } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = codesText(locale).desk;
  const prefix = locale === 'en' ? '/en' : '';
  const shared = { locale, ids, standards: desk.standards, codes: desk.codes };
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        <a className="button" href={`${prefix}/ethics/code`}>
          {text.publicPage}
        </a>
      </div>
      <p className="soft measure">{text.lead}</p>
      <CodesNav locale={locale} />
      {answer?.done ? (
        <p className="note good" role="status">
          {text[answer.done]}
        </p>
      ) : null}
      {answer?.problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[answer.problem]}
        </p>
      ) : null}
      {desk.units.map((unit) => (
        <ConductList
          key={unit.id}
          heading={text.own(unit.name)}
          rows={desk.conduct.filter(({ unitId }) => unitId === unit.id)}
          unitId={unit.id}
          mayWrite
          {...shared}
        />
      ))}
      <ConductList
        heading={text.network}
        rows={desk.conduct.filter(({ unitId }) => unitId === undefined)}
        unitId={undefined}
        mayWrite={desk.keeps}
        {...shared}
      />
      {desk.keeps ? null : <p className="note">{text.readOnly}</p>}
      <CodeVersions today={today} mayWrite={desk.keeps} {...shared} />
    </>
  );
}
