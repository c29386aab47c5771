/** /office/gifts/:id: one report, its dates and why, the decision, the proof. */
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
import ethicsStyles from '#interface/styles/ethics.css?url';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime } from '#platform/calendar/formatting.ts';
import { fileOf, readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type EthicsRefusal, statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { decisions, type GiftView, pictureLimit } from '../gift.ts';
import { giftsText } from '../text.ts';
import { DecideGift } from './decide-gift.tsx';
import { DisposeGift } from './dispose-gift.tsx';
import { GiftClock } from './gift-clock.tsx';
import { GiftTags } from './gift-tags.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const gift = isUuid(id) ? await app.ethics.gifts.view(signedIn, id, locale) : undefined;
  const asked = new URL(request.url).searchParams.get('done');
  const done = (['report', 'reportWaiting', 'decide', 'dispose'] as const).find((act) => act === asked);
  return data(
    { locale, gift, done, actId: crypto.randomUUID(), today: civilDate(app.ground.now()) },
    { status: gift ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, pictureLimit + 256 * 1024);
  if (!form) return refusal('file-too-large');
  const giftId = params['id'] ?? '';
  const id = textOf(form, 'id');
  if (textOf(form, 'intent') === 'dispose') {
    const proof = fileOf(form, 'proof');
    const outcome = await app.ethics.gifts.dispose(
      signedIn,
      { id, giftId, doneOn: dateText(form, 'doneOn'), note: textOf(form, 'note') },
      proof && new Uint8Array(await proof.arrayBuffer()),
    );
    return outcome.ok ? redirect(`/office/gifts/${giftId}?done=dispose`) : refusal(outcome.code);
  }
  const decision = decisions.find((each) => each === textOf(form, 'decision'));
  if (!decision) return refusal('malformed');
  const outcome = await app.ethics.gifts.decide(signedIn, {
    id,
    giftId,
    decision,
    reasons: textOf(form, 'reasons'),
  });
  return outcome.ok ? redirect(`/office/gifts/${giftId}?done=decide`) : refusal(outcome.code);
}

const refusal = (code: EthicsRefusal) => data({ problem: code }, { status: statusOf(code) });

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; gift?: { item: string } } }) => {
  const text = giftsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.gift?.item ?? text.heading) }];
};

export default function GiftPage() {
  const { locale, gift, done, actId, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = giftsText(locale);
  const { view } = text;
  const back = (
    <p className="small">
      <Link to="/office/gifts">{text.back}</Link>
    </p>
  );
  if (!gift)
    return (
      <>
        {back}
        <h1>{text.heading}</h1>
        <p className="note">{view.notFound}</p>
      </>
    );
  const isOpen = gift.decision === undefined;
  return (
    <>
      {back}
      <h1 lang="th">{gift.item}</h1>
      <p>
        <GiftTags gift={gift} locale={locale} />
      </p>
      {done ? (
        <p className="note good" role="status">
          {view.done[done]}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      {gift.hasPicture ? (
        <img className="gift-picture" src={`/office/gifts/${gift.id}/picture`} alt={view.picture} />
      ) : null}
      <Facts gift={gift} locale={locale} />
      {gift.reportClock || gift.decideClock ? (
        <section aria-labelledby="clocks">
          <h2 id="clocks">{view.clocks}</h2>
          {gift.reportClock ? (
            <GiftClock name={view.reportClock} clock={gift.reportClock} locale={locale} />
          ) : null}
          {gift.decideClock ? (
            <GiftClock name={view.decideClock} clock={gift.decideClock} locale={locale} />
          ) : null}
        </section>
      ) : null}
      {gift.decided && gift.decision ? (
        <section aria-labelledby="decided">
          <h2 id="decided">{view.decided}</h2>
          <p>
            <strong>
              {(gift.kind === 'solicitation' ? text.solicitationDecisions : text.decisions)[gift.decision]}
            </strong>{' '}
            <span className="soft small">
              {view.decidedBy(gift.decided.by, formatDateTime(new Date(gift.decided.at), locale))}
            </span>
          </p>
          <p className="kept-lines">{gift.decided.reasons}</p>
        </section>
      ) : null}
      {gift.disposed ? (
        <section aria-labelledby="disposed">
          <h2 id="disposed">{view.disposed}</h2>
          <p>{gift.disposed.note}</p>
          <p className="soft small">
            {view.disposedBy(formatDate(asCivilDate(gift.disposed.on), locale), gift.disposed.by)}
          </p>
          <p>
            <a href={`/office/gifts/${gift.id}/proof`}>{view.openProof}</a>
          </p>
        </section>
      ) : null}
      {isOpen && gift.isOwn && gift.decideClock ? <p className="note">{view.ownGift}</p> : null}
      {isOpen && gift.isMineToDecide ? <DecideGift {...{ gift, locale, actId }} /> : null}
      {gift.mayDispose ? <DisposeGift {...{ gift, locale, actId, today }} /> : null}
    </>
  );
}

function Facts({ gift, locale }: { readonly gift: GiftView; readonly locale: Locale }) {
  const text = giftsText(locale);
  const { facts, limit, basis } = text.view;
  const isThai = locale === 'th';
  return (
    <dl className="short-facts">
      <dt>{facts.verdict}</dt>
      <dd>
        {text.verdicts[gift.verdict]}
        {gift.kind === 'gift' ? <div className="small soft">{limit(gift.limitBaht)}</div> : null}
      </dd>
      <dt>{facts.value}</dt>
      <dd>{text.baht(gift.valueBaht)}</dd>
      <dt>{facts.kind}</dt>
      <dd>{text.kinds[gift.kind]}</dd>
      <dt>{facts.received}</dt>
      <dd>{formatDate(asCivilDate(gift.receivedOn), locale)}</dd>
      <dt>{facts.giver}</dt>
      <dd lang="th">{gift.giver}</dd>
      <dt>{facts.relation}</dt>
      <dd>
        {isThai ? gift.relationTh : gift.relationEn}
        <div className="small soft">
          {basis}: {isThai ? gift.relationBasisTh : gift.relationBasisEn}
        </div>
      </dd>
      <dt>{facts.occasion}</dt>
      <dd lang="th">{gift.occasion}</dd>
      <dt>{facts.reason}</dt>
      <dd className="kept-lines" lang="th">
        {gift.reason}
      </dd>
      <dt>{facts.reporter}</dt>
      <dd>
        {gift.reporter}{' '}
        <span className="small soft">{formatDateTime(new Date(gift.reportedAt), locale)}</span>
      </dd>
      <dt>{facts.centre}</dt>
      <dd>{gift.unitName}</dd>
    </dl>
  );
}
