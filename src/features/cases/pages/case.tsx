/** One case: what was reported, what was said, what stands next, and everything that happened. */
import {
  data,
  isRouteErrorResponse,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteError,
} from 'react-router';
import { OffencesOfTopic } from '#features/knowledge/browser/index.ts';
import { requireOfficer } from '#features/network/browser/index.ts';
import type { Story } from '#features/reports/index.ts';
import casesStyles from '#interface/styles/cases.css?url';
import { newestKey } from '../browser/case-keys.ts';
import { nameIn } from '../case.ts';
import { casesText } from '../text.ts';
import { CaseActs } from './case-acts.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { CaseDialogue } from './case-dialogue.tsx';
import { CaseFiles } from './case-files.tsx';
import { CaseHeaderCard } from './case-header.tsx';
import { MessageProblem } from './case-message.tsx';
import { CaseNotes } from './case-notes.tsx';
import { CaseStory } from './case-story.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { useActs } from './use-acts.ts';
import { useFocusAfterAct } from './use-focus-after-act.ts';
import { useOfficeKeys } from './use-office-keys.ts';
import { type Opening, useOpenedCase } from './use-opened-case.ts';

/** Shows sealed matter. */
export const handle = { sealed: true };

export const links = () => [{ rel: 'stylesheet', href: casesStyles }];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const view = uuid.test(id) ? await app.cases.view(signedIn, id) : undefined;
  // A case that is not hers and one that never was look the same.
  if (!view) throw data({ locale }, { status: 404 });
  const centres = (await app.network.listCentres(app.ground.now())).map(({ code, nameTh, nameEn }) => ({
    code,
    nameTh,
    nameEn,
  }));
  const [offences, linked] = await Promise.all([
    app.offences.forTopic(view.header.topic?.code ?? '', locale),
    app.ethics.matters.linked(signedIn, id),
  ]);
  return { locale, view, centres, offences, linked };
}

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>> }) => {
  const text = casesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.case.title(loaderData?.view.header.number ?? '')) }];
};

export default function CasePage() {
  const { locale, view, centres, offences, linked } = useLoaderData<typeof loader>();
  const text = casesText(locale);
  const opening = useOpenedCase(view);
  const acts = useActs(view, opening, text);
  useFocusAfterAct(acts, view);
  useOfficeKeys();
  const opened = opening.state === 'open' ? opening.opened : undefined;
  const first = opened?.dialogue[0];
  const shared = { view, acts, locale, text };
  const centreName = (code: string) => {
    const centre = centres.find((one) => one.code === code);
    return centre ? nameIn(locale, centre) : code;
  };
  return (
    <>
      <p className="no-print">
        <Link to="/office/work">← {text.case.back}</Link>
      </p>
      <CaseHeaderCard
        view={view}
        title={opened && newestKey(opened.keys, 'dialogue')?.title}
        locale={locale}
        text={text}
      />
      <div className="case-columns">
        <div className="stack">
          <OpeningNote opening={opening} text={text} />
          {opened && first ? (
            <section aria-labelledby="report" className="card">
              <h2 id="report">{text.case.report}</h2>
              <MessageProblem read={first} text={text} />
              {first.body?.type === 'report' ? (
                <CaseStory
                  story={first.body as Story}
                  centreName={centreName}
                  onlyAnswered={view.header.matter === 'ethics-advice' || view.header.channel === 'ethics'}
                  isReferral={view.header.channel === 'ethics'}
                  text={text}
                />
              ) : null}
              <CaseFiles read={first} keys={opened.keys} acts={acts} locale={locale} text={text} />
            </section>
          ) : null}
          {opened ? <CaseDialogue opened={opened} {...shared} /> : null}
          {opened ? <CaseNotes opened={opened} {...shared} /> : null}
        </div>
        <div className="stack">
          <CaseClocks view={view} locale={locale} text={text} />
          {opened ? <CaseActs opened={opened} {...shared} /> : null}
          <Linked
            isEthics={view.header.matter !== 'corruption'}
            id={view.header.id}
            linked={linked}
            text={text}
          />
          <OffencesOfTopic cards={offences} locale={locale} />
          <CaseTimeline view={view} locale={locale} text={text} />
        </div>
      </div>
    </>
  );
}

type LinkedProps = {
  readonly id: string;
  readonly isEthics: boolean;
  readonly linked: readonly {
    readonly id: string;
    readonly number: string;
    readonly isEthics: boolean;
    readonly isReferral: boolean;
  }[];
  readonly text: ReturnType<typeof casesText>;
};

/** The other end of a handover from ethics to discipline or of a referral to the case officers, and the page of what hangs on an ethics matter. */
function Linked({ id, isEthics, linked, text }: LinkedProps) {
  if (!isEthics && linked.length === 0) return null;
  return (
    <section aria-labelledby="linked" className="card">
      <h2 id="linked">{text.acts.linked}</h2>
      {isEthics ? (
        <p>
          <Link to={`/office/ethics/matters/${id}`}>{text.acts.ethicsDesk}</Link>
        </p>
      ) : null}
      {linked.map((one) => (
        <p key={one.id}>
          <Link to={`/office/cases/${one.id}`}>{linkWords(one, text)}</Link>
        </p>
      ))}
    </section>
  );
}

function linkWords(
  { number, isEthics, isReferral }: LinkedProps['linked'][number],
  text: LinkedProps['text'],
) {
  const { acts } = text;
  if (isReferral) return isEthics ? acts.referredFrom(number) : acts.referredTo(number);
  return isEthics ? acts.linkedEthics(number) : acts.linkedCase(number);
}

function OpeningNote({ opening, text }: { opening: Opening; text: ReturnType<typeof casesText> }) {
  const words = text.case;
  if (opening.state === 'open') return null;
  if (opening.state === 'failed') {
    const told =
      opening.code === 'no-grant' || opening.code === 'not-for-this-key' ? words.noGrant : undefined;
    return (
      <p className="note bad" role="alert">
        {opening.code === 'alarm' ? words.alarm : (told ?? words.cannotOpen)}
      </p>
    );
  }
  const said = { outside: words.outsideMatter, locked: words.locked, opening: words.opening };
  return (
    <p className="note" role="status">
      {said[opening.state]}
    </p>
  );
}

/** A case that is not there, or not for this officer. Any other fault is the frame's. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error;
  const text = casesText((error.data as { locale?: 'th' | 'en' } | null)?.locale ?? 'th');
  return (
    <div className="empty card">
      <h1>{text.case.notFoundTitle}</h1>
      <p>{text.refusals['not-found']}</p>
      <Link className="button" to="/office/work">
        {text.case.back}
      </Link>
    </div>
  );
}
