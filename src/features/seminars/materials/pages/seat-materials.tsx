/** /seat/:token/materials: what a participant may read of her seminar. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import learningStyles from '#interface/styles/learning.css?url';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { MissingSeat } from '../../learning/pages/missing.tsx';
import { learningText } from '../../learning/text.ts';
import { titleOf } from '../../pages/seminar-words.ts';
import { materialsText } from '../text.ts';
import { MaterialList } from './material-list.tsx';

export const links = () => [{ rel: 'stylesheet', href: learningStyles }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const view = await app.learning.materials.ofSeat(token);
  return data({ locale, token, view }, { status: view ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = materialsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function SeatMaterials() {
  const { locale, token, view } = useLoaderData<typeof loader>();
  if (!view) return <MissingSeat locale={locale} />;
  return (
    <PublicFrame locale={locale} path={`/seat/${token}/materials`} narrow>
      <p className="small">
        <a href={citizenPath(locale, `/seat/${token}`)}>{learningText(locale).backToSeat}</a>
      </p>
      <p className="small soft">{titleOf(view.seminar, locale)}</p>
      <Heading>{materialsText(locale).heading}</Heading>
      <MaterialList
        materials={view.materials}
        slots={view.slots}
        locale={locale}
        fileBase={`/seat/${token}/materials`}
        fileEnding="/file"
        level={2}
      />
    </PublicFrame>
  );
}
