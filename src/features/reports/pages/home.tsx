/** The first page a citizen sees: what one can do here, what happens then, what is seen and what is not. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { LatestNews } from '#features/news/browser/index.ts';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { reportsText } from '../text.ts';
import { Hotlines } from './hotlines.tsx';

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const [centres, news] = await Promise.all([
    app.reports.listCentres(),
    app.news.latestNews(app.ground.now(), locale),
  ]);
  return {
    locale,
    news,
    isOpen: centres.some((centre) => centre.seal !== null),
    centres: centres.length,
    provinces: centres.filter((centre) => centre.kind === 'province').length,
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = reportsText(loaderData?.locale ?? 'th').home;
  return [{ title: text.title }, { name: 'description', content: text.lead }];
};

export default function Home() {
  const { locale, news, isOpen, centres, provinces } = useLoaderData<typeof loader>();
  const text = reportsText(locale).home;
  const to = (path: string) => citizenPath(locale, path);
  return (
    <PublicFrame locale={locale} path="/">
      <div className="opening">
        <Heading>{text.heading}</Heading>
        <p>{text.lead}</p>
        {isOpen ? null : <p className="note warn">{text.notOpen}</p>}
        <div className="doors">
          <a className="button act" href={to('/report')}>
            <span>
              <Words>{text.report}</Words>
            </span>
            <small>{text.reportHint}</small>
          </a>
          <a className="button" href={to('/follow')}>
            <span>
              <Words>{text.follow}</Words>
            </span>
            <small>{text.followHint}</small>
          </a>
        </div>
      </div>
      <Heading level={2}>{text.stepsHeading}</Heading>
      <ol className="four">
        {text.steps.map(({ name, what }) => (
          <li key={name}>
            <Heading level={3}>{name}</Heading>
            <p>{what}</p>
          </li>
        ))}
      </ol>
      <Heading level={2}>{text.seeHeading}</Heading>
      <div className="grid">
        <Points heading={text.seenLabel} points={text.seen} mark="seen" />
        <Points heading={text.unseenLabel} points={text.unseen} mark="unseen" />
      </div>
      <p>
        <a href={to('/privacy')}>{text.seeMore}</a>
      </p>
      <LatestNews cards={news} locale={locale} />
      <div className="grid ways">
        <section>
          <Heading level={2}>{text.centresHeading}</Heading>
          <p>{text.centres(centres, provinces)}</p>
          <p>
            <a href={to('/centres')}>{text.centresMore}</a>
          </p>
        </section>
        <section>
          <Heading level={2}>{text.hotlinesHeading}</Heading>
          <Hotlines locale={locale} />
        </section>
      </div>
    </PublicFrame>
  );
}

type PointsProps = {
  readonly heading: string;
  readonly points: readonly string[];
  readonly mark: 'seen' | 'unseen';
};

function Points({ heading, points, mark }: PointsProps) {
  return (
    <section className={`card ${mark}`}>
      <Heading level={3}>{heading}</Heading>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
