/** /office/gifts/new: an officer reports a gift or a solicitation, on a telephone, in a minute. */
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
import { fileOf, readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type EthicsRefusal, statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { giftKinds, pictureLimit } from '../gift.ts';
import { giftsText } from '../text.ts';
import { GiftForm } from './gift-form.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return {
    locale,
    /** Made here, so that a form sent twice is one report. */
    id: crypto.randomUUID(),
    form: await app.ethics.gifts.form(signedIn, locale),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, pictureLimit + 256 * 1024);
  if (!form) return refusal('file-too-large');
  const picture = fileOf(form, 'picture');
  const outcome = await app.ethics.gifts.report(
    signedIn,
    {
      id: textOf(form, 'id'),
      unitId: Number(textOf(form, 'unitId')),
      kind: giftKinds.find((kind) => kind === textOf(form, 'kind')) ?? 'gift',
      receivedOn: dateText(form, 'receivedOn'),
      giver: textOf(form, 'giver'),
      relation: textOf(form, 'relation'),
      item: textOf(form, 'item'),
      valueBaht: wholeBaht(textOf(form, 'valueBaht')),
      occasion: textOf(form, 'occasion'),
      reason: textOf(form, 'reason'),
    },
    picture && new Uint8Array(await picture.arrayBuffer()),
  );
  if (!outcome.ok) return refusal(outcome.code);
  const waits = outcome.value.verdict === 'over' || outcome.value.verdict === 'solicitation';
  return redirect(`/office/gifts/${outcome.value.id}?done=${waits ? 'reportWaiting' : 'report'}`);
}

/** "3,500" is how people write it; an empty field is no zero. */
const wholeBaht = (typed: string) => {
  const plain = typed.replaceAll(/[,\s]/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Math.ceil(Number(plain)) : Number.NaN;
};

const refusal = (code: EthicsRefusal) => data({ problem: code }, { status: statusOf(code) });

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = giftsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.form.heading) }];
};

export default function GiftNew() {
  const { locale, id, form } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = giftsText(locale);
  return (
    <>
      <p className="small">
        <Link to="/office/gifts">{text.back}</Link>
      </p>
      <h1>{text.form.heading}</h1>
      {form.units.length === 0 ? (
        <p className="note">{text.form.noUnit}</p>
      ) : (
        <>
          <p className="soft measure">{text.form.lead}</p>
          {problem ? (
            <p className="note bad" role="alert">
              {problemsText(locale)[problem]}
            </p>
          ) : null}
          <GiftForm {...{ locale, id, form }} />
        </>
      )}
    </>
  );
}
