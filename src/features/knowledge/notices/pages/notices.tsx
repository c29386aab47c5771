/** /office/notices: what has changed, what it touches, and that the officer has seen it. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { citizenPath } from '#interface/public-frame.tsx';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { TouchedView } from '../notice.ts';
import { noticesText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return { locale, notices: await app.notices.list(signedIn) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 64 * 1024);
  const ids = (form?.getAll('id') ?? []).map(String);
  const isId = (id: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  if (!form || !ids.every(isId)) return data({ ok: false }, { status: 400 });
  await app.notices.markSeen(signedIn, form.has('all') ? 'all' : ids);
  return { ok: true };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = noticesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function NoticesPage() {
  const { locale, notices } = useLoaderData<typeof loader>();
  const text = noticesText(locale);
  const unseen = notices.filter((notice) => !notice.isSeen).length;
  return (
    <>
      <h1>{text.heading}</h1>
      <p className="soft">{text.lead}</p>
      {notices.length === 0 ? (
        <div className="card empty">
          <p>
            <strong>{text.none}</strong>
          </p>
          <p>{text.noneBody}</p>
        </div>
      ) : (
        <Form method="post" className="row page-head">
          <p role="status">{unseen > 0 ? text.unseen(unseen) : text.allSeen}</p>
          {unseen > 0 ? (
            <button type="submit" name="all" value="1" className="button">
              {text.markAll}
            </button>
          ) : null}
        </Form>
      )}
      <ul className="notices">
        {notices.map((notice) => (
          <li key={notice.id} className={notice.isSeen ? 'card' : 'card fresh'}>
            <p className="small soft">
              <span className="tag deep">{text.kinds[notice.kind]}</span>{' '}
              {notice.isSeen ? null : <span className="tag warn">{text.isNew}</span>}{' '}
              {formatDateTime(new Date(notice.at), locale)}
            </p>
            <h2>{locale === 'en' ? notice.titleEn : notice.titleTh}</h2>
            <TouchedList touches={notice.touches} locale={locale} />
            <div className="row">
              {notice.href ? (
                <Link
                  className="button main"
                  to={placeOf(notice.href, locale)}
                  reloadDocument={!notice.href.startsWith('/office')}
                >
                  {text.open}
                </Link>
              ) : null}
              {notice.isSeen ? null : (
                <Form method="post">
                  <input type="hidden" name="id" value={notice.id} />
                  <button type="submit" className="button">
                    {text.mark}
                  </button>
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Citizens' pages have an address for each language. */
const placeOf = (href: string, locale: Locale) =>
  href.startsWith('/office') ? href : citizenPath(locale, href);

function TouchedList({
  touches,
  locale,
}: {
  readonly touches: readonly TouchedView[];
  readonly locale: Locale;
}) {
  if (touches.length === 0) return null;
  const text = noticesText(locale);
  return (
    <>
      <h3>{text.touches}</h3>
      <ul>
        {touches.map((touched) => {
          const title = locale === 'en' ? touched.titleEn : touched.titleTh;
          return (
            <li key={`${touched.kind} ${touched.id}`}>
              {text.touched[touched.kind]}
              {': '}
              {touched.href ? <a href={placeOf(touched.href, locale)}>{title}</a> : title}{' '}
              {touched.ownerRoles.length > 0 ? (
                <div className="soft small">
                  {text.owners(
                    touched.ownerRoles.map((role) => text.roles[role]).join(', '),
                    locale === 'en' ? touched.ownerNameEn : touched.ownerNameTh,
                  )}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
