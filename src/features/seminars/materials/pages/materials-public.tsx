/** /seminars/:slug/materials: what anybody may read of a seminar. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import learningStyles from '#interface/styles/learning.css?url';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { titleOf } from '../../pages/seminar-words.ts';
import { materialsText } from '../text.ts';
import { MaterialList } from './material-list.tsx';

export const links = () => [{ rel: 'stylesheet', href: learningStyles }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const slug = params['slug'] ?? '';
  const view = await app.learning.materials.ofSlug(slug);
  return data({ locale, slug, view }, { status: view ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = materialsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function MaterialsPublic() {
  const { locale, slug, view } = useLoaderData<typeof loader>();
  const words = materialsText(locale);
  return (
    <PublicFrame locale={locale} path={`/seminars/${slug}/materials`} narrow>
      <p className="small">
        <a href={citizenPath(locale, view ? `/seminars/${slug}` : '/seminars')}>{words.toSeminar}</a>
      </p>
      {view ? <p className="small soft">{titleOf(view.seminar, locale)}</p> : null}
      <Heading>{words.heading}</Heading>
      <MaterialList
        materials={view?.materials ?? []}
        slots={view?.slots ?? []}
        locale={locale}
        fileBase={`/seminars/${slug}/materials`}
        fileEnding="/file"
        level={2}
      />
    </PublicFrame>
  );
}
