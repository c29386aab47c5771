/** /office/seminars/:id/materials: for every officer what she may read; for organisers adding, taking away, consents. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import learningStyles from '#interface/styles/learning.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fieldsOf, readForm } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { refuse, unreadable } from '../../learning/pages/refuse.ts';
import { learningText } from '../../learning/text.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { rankOf } from '../material-rules.ts';
import { materialsText } from '../text.ts';
import { AddMaterial } from './add-material.tsx';
import { Consents } from './consents.tsx';
import { MaterialList } from './material-list.tsx';

export const links = () => [seminarStyles, learningStyles].map((href) => ({ rel: 'stylesheet', href }));

const doneWords = ['added', 'removed', 'consented'] as const;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.learning.materials.office(signedIn, params['id'] ?? '');
  const asked = new URL(request.url).searchParams.get('done');
  return data(
    {
      locale,
      view,
      today: civilDate(app.ground.now()),
      /** Made here, so that a form sent twice adds once; one for each speaker's consent besides. */
      id: crypto.randomUUID(),
      consentIds: (view?.speakers ?? []).map(() => crypto.randomUUID()),
      done: doneWords.find((each) => each === asked),
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 64 * 1024);
  if (!form) return unreadable();
  const seminarId = params['id'] ?? '';
  const { materials } = app.learning;
  const typed = fieldsOf(form);
  const back = (done: (typeof doneWords)[number]) =>
    redirect(`/office/seminars/${seminarId}/materials?done=${done}`);
  if (typed['intent'] === 'remove') {
    const outcome = await materials.remove(signedIn, { seminarId, id: typed['id'] ?? '' });
    return outcome.ok ? back('removed') : refuse(outcome);
  }
  if (typed['intent'] === 'consent') {
    const outcome = await materials.recordConsent(signedIn, {
      ...typed,
      seminarId,
      givenOn: dateText(form, 'givenOn'),
    });
    return outcome.ok ? back('consented') : refuse(outcome);
  }
  const outcome = await materials.add(signedIn, { fileName: '', ...typed, seminarId });
  return outcome.ok ? back('added') : refuse(outcome);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = materialsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function MaterialsPage() {
  const { locale, view, today, id, consentIds, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!view) return <SeminarMissing locale={locale} />;
  const { seminar, canOrganise } = view;
  const words = materialsText(locale);
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="materials" canOrganise={canOrganise}>
      <h2>{words.heading}</h2>
      <p className="soft measure">{words.lead}</p>
      {answer ? (
        <p className="note bad" role="alert">
          {learningText(locale).problems[answer.problem]}
        </p>
      ) : null}
      {done && !answer ? (
        <p className="note good" role="status">
          {words[done]}
        </p>
      ) : null}
      <MaterialList
        materials={view.materials}
        slots={view.slots}
        locale={locale}
        fileBase={`/office/seminars/${seminar.id}/materials`}
        fileEnding="/file"
        level={3}
        more={(material) =>
          canOrganise ? (
            <>
              <p className="small">
                <span className={material.reach === 0 ? 'tag warn' : 'tag deep'}>
                  {words.reach[material.reach]}
                </span>{' '}
                {material.reach < rankOf(material.audience) ? words.narrower : null}
              </p>
              <Form method="post">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="id" value={material.id} />
                <button type="submit" className="button plain">
                  {words.remove}
                </button>
              </Form>
            </>
          ) : null
        }
      />
      {canOrganise ? (
        <>
          <AddMaterial
            key={id}
            {...{ id, locale }}
            seminarId={seminar.id}
            slots={view.slots}
            speakers={view.speakers}
            wrong={answer?.fields ?? []}
          />
          <Consents
            {...{ locale, today }}
            ids={consentIds}
            speakers={view.speakers}
            consents={view.consents}
          />
        </>
      ) : null}
    </SeminarFrame>
  );
}
