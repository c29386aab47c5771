/** /no-gift/:id: one announcement as it was signed, with its day and its place in the ledger. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { pageContext } from '#main/page-context.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Announcement } from '../no-gift.ts';
import { noGiftText } from '../text.ts';
import { AnnouncementText } from './announcement-text.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const id = params['id'] ?? '';
  const found = isUuid(id) ? await app.ethics.noGift.read(id) : undefined;
  return data({ locale, id, found }, { status: found ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; found?: Announcement } }) => {
  const locale = loaderData?.locale ?? 'th';
  const text = noGiftText(locale);
  const found = loaderData?.found;
  const name = locale === 'en' ? found?.unitNameEn : found?.unitNameTh;
  return [{ title: text.title(name ? text.announcement.of(name) : text.heading) }];
};

export default function AnnouncementPage() {
  const { locale, id, found } = useLoaderData<typeof loader>();
  const text = noGiftText(locale);
  const words = text.announcement;
  const isThai = locale === 'th';
  return (
    <PublicFrame locale={locale} path={`/no-gift/${id}`} narrow>
      <p className="small">
        <a href={citizenPath(locale, '/no-gift')}>{words.back}</a>
      </p>
      {found ? (
        <>
          <p className="soft">{words.of(isThai ? found.unitNameTh : found.unitNameEn)}</p>
          <Heading>{isThai ? found.titleTh : found.titleEn}</Heading>
          {found.standing === 'signed' ? null : <p className="note warn">{words.older}</p>}
          <AnnouncementText body={isThai ? found.bodyTh : found.bodyEn} lang={locale} />
          <div className="announcement-signer">
            <p>{words.signed(formatDate(civilDate(new Date(found.signedAt)), locale))}</p>
            <p>
              <strong>{isThai ? found.signerTh : (found.signerEn ?? found.signerTh)}</strong>
            </p>
            {found.position ? <p lang="th">{found.position}</p> : null}
          </div>
          <p>
            <a className="button" href={`/no-gift/${id}/announcement.pdf`}>
              {words.pdf}
            </a>
          </p>
          <p className="small soft">
            {found.place === undefined ? words.placePending : words.place(found.place.toLocaleString(locale))}
            {' · '}
            <a href={citizenPath(locale, '/ledger')}>{words.check}</a>
          </p>
        </>
      ) : (
        <>
          <Heading>{text.heading}</Heading>
          <p className="note">{words.notFound}</p>
        </>
      )}
    </PublicFrame>
  );
}
