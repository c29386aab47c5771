/** /office/news/new and /office/news/:id: write, look at both languages, publish, archive, withdraw. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { fileOf, readForm, textOf } from '#platform/http/limited-form.ts';
import { dateOf, timeText } from '#platform/http/posted-date.ts';
import { editedUnits } from '../news.policies.ts';
import { categories, type NewsRefusal, pictureLimit } from '../news.ts';
import type { Step } from '../news-rules.ts';
import { newsText } from '../text.ts';
import { NewsEditor } from './news-editor.tsx';
import { NewsSteps } from './news-steps.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const units = editedUnits(signedIn.appointments);
  if (units.length === 0) throw redirect('/office/news');
  const id = params['id'];
  const found = id === undefined ? undefined : await app.news.readForEditor(signedIn, id);
  if (id !== undefined && !found) throw redirect('/office/news');
  const now = app.ground.now();
  const centres = await app.network.listCentres(now);
  const { cards } = await app.news.list(now, 'th', 1);
  return {
    locale,
    /** Made here, so that a first saving sent twice makes one draft. */
    id: id ?? crypto.randomUUID(),
    item: found?.item,
    versions: found?.versions ?? [],
    units: centres
      .filter((centre) => units.some((unit) => unit.id === centre.id))
      .map((centre) => ({ id: centre.id, name: locale === 'en' ? centre.nameEn : centre.nameTh })),
    others: cards.filter((card) => card.id !== id).map((card) => ({ id: card.id, title: card.title })),
    done: new URL(request.url).searchParams.get('done') ?? undefined,
  };
}

/** The instant asked for, in Thailand's time; undefined for now. */
function publishTime(form: FormData): Date | undefined | 'no-such-time' {
  const on = dateOf(form, 'publishOn');
  if (on.kind === 'empty') return undefined;
  const time = timeText(form, 'publishTime');
  if (on.kind === 'impossible' || !/^\d\d:\d\d$/.test(time) || time > '23:59') return 'no-such-time';
  return new Date(`${on.date}T${time}:00+07:00`);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, pictureLimit + 512 * 1024);
  if (!form) return refusal('picture-too-large');
  const id = textOf(form, 'id');
  if (textOf(form, 'intent') === 'step') {
    const step = textOf(form, 'step') as Step;
    const publishAt = publishTime(form);
    if (publishAt === 'no-such-time') return refusal(publishAt);
    const outcome = await app.news.step(signedIn, { id, step, publishAt, reason: textOf(form, 'reason') });
    return outcome.ok ? redirect(`/office/news/${id}?done=${step}-${Date.now()}`) : refusal(outcome.code);
  }
  const picture = fileOf(form, 'picture');
  const outcome = await app.news.save(
    signedIn,
    {
      id,
      unitId: Number(textOf(form, 'unitId')),
      baseVersion: Number(textOf(form, 'baseVersion')),
      slug: textOf(form, 'slug'),
      category: categories.find((category) => category === textOf(form, 'category')) ?? 'announcement',
      titleTh: textOf(form, 'titleTh'),
      summaryTh: textOf(form, 'summaryTh'),
      bodyTh: textOf(form, 'bodyTh'),
      titleEn: textOf(form, 'titleEn'),
      summaryEn: textOf(form, 'summaryEn'),
      bodyEn: textOf(form, 'bodyEn'),
      altTh: textOf(form, 'altTh'),
      altEn: textOf(form, 'altEn'),
      related: form.getAll('related').map(String),
      removePicture: form.has('removePicture'),
    },
    { picture: picture && new Uint8Array(await picture.arrayBuffer()) },
  );
  return outcome.ok
    ? redirect(`/office/news/${id}?done=save-${outcome.value.version}`)
    : refusal(outcome.code);
}

const statuses: Partial<Record<NewsRefusal, number>> = { forbidden: 403, 'not-found': 404, malformed: 400 };
const refusal = (code: NewsRefusal) => data({ problem: code }, { status: statuses[code] ?? 409 });

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = newsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.office.edit) }];
};

export default function OfficeNewsEdit() {
  const { locale, id, item, versions, units, others, done } = useLoaderData<typeof loader>();
  const text = newsText(locale).office;
  const said = done?.startsWith('save-') ? text.saved : text.stepped[done?.split('-')[0] as Step];
  return (
    <>
      <p className="small">
        <Link to="/office/news">{text.back}</Link>
      </p>
      <h1>{item ? text.edit : text.write}</h1>
      {said ? (
        <p className="note good" role="status">
          {said}
        </p>
      ) : null}
      {item?.madeFrom && item.state === 'draft' ? <p className="note">{text.madeFrom}</p> : null}
      {item?.withdrawnBecause ? (
        <p className="note warn">{text.withdrawnBecause(item.withdrawnBecause)}</p>
      ) : null}
      {/* A saved version is a new start for the form; a refused one keeps what was typed. */}
      <NewsEditor
        key={`${item?.id ?? 'new'} ${done ?? ''}`}
        {...{ locale, id, item, units, others }}
        steps={item ? <NewsSteps locale={locale} item={item} /> : null}
      />
      {versions.length > 0 ? (
        <details>
          <summary>{text.versions}</summary>
          <ul>
            {versions.map(({ version, savedAt }) => (
              <li key={version}>{text.version(version, formatDateTime(new Date(savedAt), locale))}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
