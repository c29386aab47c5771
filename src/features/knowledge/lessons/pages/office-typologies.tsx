/** /office/typologies: the library of forms of corruption, proposals of centres, and the ministry's decision on them. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { fieldsOf, readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { lessonsText } from '../text.ts';
import type { Proposal } from '../typology-proposal.ts';
import { formChoices } from './hand-in.ts';
import { ProposalDecision, ProposalForm } from './proposal-forms.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const [{ topics, centres }, forms, proposals, all] = await Promise.all([
    formChoices(app, signedIn, locale),
    app.lessons.typologies(locale),
    app.lessons.proposals(signedIn),
    app.network.listCentres(app.ground.now()),
  ]);
  const root = all.find(({ parentCode }) => parentCode === undefined)?.id;
  return {
    locale,
    /** Made here, so that a proposal sent twice is one, and one decision raises one notice. */
    id: crypto.randomUUID(),
    noticeId: crypto.randomUUID(),
    topics,
    centres,
    forms: forms.map(({ code, title, how }) => ({ code, title, how })),
    proposals: proposals.map((proposal) => {
      const centre = all.find(({ id }) => id === proposal.unitId);
      return { ...proposal, centre: (locale === 'th' ? centre?.nameTh : centre?.nameEn) ?? '' };
    }),
    decides: signedIn.appointments.some(
      ({ unitId, role }) => unitId === root && (role === 'planner' || role === 'administrator'),
    ),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 128 * 1024);
  if (!form) return data({ ok: false as const, code: 'fields' as const, fields: [] }, { status: 409 });
  const { topics: _, ...input } = fieldsOf(form);
  const isDecision = textOf(form, 'act') !== '';
  const answer = isDecision
    ? await app.lessons.decideProposal(signedIn, input)
    : await app.lessons.propose(signedIn, { ...input, topics: form.getAll('topics').map(String) });
  if (!answer.ok) return data(answer, { status: answer.code === 'forbidden' ? 403 : 409 });
  return redirect(`/office/typologies?done=${isDecision ? 'decided' : 'sent'}`);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = lessonsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.library.heading) }];
};

const tones = { proposed: 'tag warn', accepted: 'tag good', declined: 'tag' } as const;

export default function OfficeTypologies() {
  const { locale, id, noticeId, topics, centres, forms, proposals, decides } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [query] = useSearchParams();
  const words = lessonsText(locale).library;
  const done = (['sent', 'decided'] as const).find((one) => one === query.get('done'));
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {done ? (
        <p className="note good" role="status">
          {words[done]}
        </p>
      ) : null}
      {answer && !answer.ok ? (
        <div className="note bad" role="alert">
          <p>{words.problems[answer.code]}</p>
          {answer.code === 'identifying' ? <p>{answer.found.join(', ')}</p> : null}
        </div>
      ) : null}
      <details>
        <summary>{words.count(forms.length)}</summary>
        <ul className="plain-list rows">
          {forms.map((form) => (
            <li key={form.code}>
              <Link to={`/lessons/${form.code}`} reloadDocument>
                {form.title}
              </Link>
              <p className="small soft">{form.how}</p>
            </li>
          ))}
        </ul>
      </details>
      <section aria-labelledby="proposals">
        <h2 id="proposals">{words.proposals}</h2>
        {proposals.length === 0 ? <p className="soft">{words.noProposals}</p> : null}
        {proposals.map((proposal) => (
          <article key={proposal.id} className="card">
            <p className="row small">
              <span className={tones[proposal.state]}>{words.states[proposal.state]}</span>
              <span className="soft">
                {words.proposedBy(proposal.centre, formatDateTime(proposal.at, locale))}
              </span>
            </p>
            <h3 lang="th">{proposal.title}</h3>
            <p lang="th">{proposal.how}</p>
            <Points proposal={proposal} locale={locale} />
            {proposal.note ? (
              <p className="note">
                {words.note}: <span lang="th">{proposal.note}</span>
              </p>
            ) : null}
            {decides && proposal.state === 'proposed' ? (
              proposal.isMine ? (
                <p className="small soft">{words.own}</p>
              ) : (
                <ProposalDecision {...{ locale, proposal, noticeId }} />
              )
            ) : null}
          </article>
        ))}
      </section>
      {centres.length > 0 ? <ProposalForm key={id} {...{ locale, id, centres, topics }} /> : null}
    </>
  );
}

function Points({ proposal, locale }: { readonly proposal: Proposal; readonly locale: Locale }) {
  const words = lessonsText(locale).library;
  return (
    <div className="two-columns">
      {(['signs', 'weak', 'helped'] as const).map((field) => (
        <div key={field}>
          <strong className="small">{words[field]}</strong>
          <ul lang="th">
            {proposal[field].map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
