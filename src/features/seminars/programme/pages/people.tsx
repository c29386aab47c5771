/** /office/seminars/:id/programme/people: rooms and speakers, entered once for all parts. */
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
import seminarStyles from '#interface/styles/seminars.css?url';
import { fieldsOf, readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { SeminarFrame } from '../../pages/seminar-frame.tsx';
import { isOpen } from '../../projects/project-rules.ts';
import { projectsText } from '../../projects/text.ts';
import { seminarsText } from '../../text.ts';
import { programmeText } from '../text.ts';
import { RoomForm, SpeakerForm } from './people-forms.tsx';
import { nameIn } from './programme-words.ts';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const opened = await app.projects.open(signedIn, id);
  if (!opened?.may.organise || !isOpen(opened.seminar.state))
    throw redirect(opened ? `/office/seminars/${id}/programme` : '/office/seminars');
  const [programme, speakers] = await Promise.all([
    app.programmes.read(signedIn, id),
    app.programmes.knownSpeakers(signedIn, id),
  ]);
  return {
    locale,
    opened,
    rooms: programme.rooms,
    speakers,
    done: (['saved', 'removed'] as const).find(
      (each) => each === new URL(request.url).searchParams.get('done'),
    ),
    /** Made here, so that a form sent twice makes one. */
    newRoom: crypto.randomUUID(),
    newSpeaker: crypto.randomUUID(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = (await readForm(request, 64 * 1024)) ?? new FormData();
  const what = textOf(form, 'what') === 'room' ? 'room' : 'speaker';
  const isRemoval = textOf(form, 'intent') === 'remove';
  const fields = {
    ...fieldsOf(form),
    seminarId: params['id'] ?? '',
  };
  const { programmes } = app;
  const outcome = isRemoval
    ? await programmes.remove(signedIn, what, fields)
    : await (what === 'room' ? programmes.saveRoom : programmes.saveSpeaker)(signedIn, fields);
  if (outcome.ok)
    return redirect(
      `/office/seminars/${params['id']}/programme/people?done=${isRemoval ? 'removed' : 'saved'}`,
    );
  return data(
    { problem: outcome.code, fields: outcome.fields ?? [], id: textOf(form, 'id') },
    { status: statusOf(outcome.code) },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(programmeText(locale).people.heading) }];
};

export default function People() {
  const { locale, opened, rooms, speakers, done, newRoom, newSpeaker } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { seminar, may } = opened;
  const text = programmeText(locale);
  const words = text.people;
  const wrongIn = (id: string) => (answer?.id === id ? answer.fields : []);
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="programme" canOrganise={may.organise}>
      <p className="small">
        <Link to={`/office/seminars/${seminar.id}/programme`}>{text.slot.back}</Link>
      </p>
      <h2>{words.heading}</h2>
      <p className="soft">{words.lead}</p>
      {done && !answer ? (
        <p className="note good" role="status">
          {text.slot[done]}
        </p>
      ) : null}
      {answer ? (
        <p className="note bad" role="alert">
          {projectsText(locale).problems[answer.problem]}
        </p>
      ) : null}
      <div className="people-columns">
        <section aria-labelledby="rooms">
          <h3 id="rooms">{words.rooms}</h3>
          {rooms.length === 0 ? <p className="soft">{words.noRooms}</p> : null}
          <ul className="plain-list rows">
            {rooms.map((room) => (
              <li key={room.id}>
                <strong>{nameIn(locale, room)}</strong>
                {room.capacity ? <span className="soft small"> {text.capacity(room.capacity)}</span> : null}
                <details>
                  <summary aria-label={words.editOf(nameIn(locale, room))}>{text.edit}</summary>
                  <RoomForm
                    key={JSON.stringify(room)}
                    {...{ locale, room, id: room.id }}
                    wrong={wrongIn(room.id)}
                  />
                </details>
              </li>
            ))}
          </ul>
          <details open={rooms.length === 0}>
            <summary>{words.addRoom}</summary>
            <RoomForm key={rooms.length} locale={locale} id={newRoom} wrong={answer?.fields ?? []} />
          </details>
        </section>
        <section aria-labelledby="speakers">
          <h3 id="speakers">{words.speakers}</h3>
          {speakers.length === 0 ? <p className="soft">{words.noSpeakers}</p> : null}
          <ul className="plain-list rows">
            {speakers.map((speaker) => (
              <li key={speaker.id}>
                <strong>{nameIn(locale, speaker)}</strong>{' '}
                <span className="tag">{words.affiliations[speaker.affiliation]}</span>
                <div className="small soft" lang="th">
                  {[speaker.positionTh, speaker.organisationTh].filter(Boolean).join(' ')}
                </div>
                <details>
                  <summary aria-label={words.editOf(nameIn(locale, speaker))}>{text.edit}</summary>
                  <SpeakerForm
                    key={JSON.stringify(speaker)}
                    {...{ locale, speaker, id: speaker.id }}
                    wrong={wrongIn(speaker.id)}
                  />
                </details>
              </li>
            ))}
          </ul>
          <details open={speakers.length === 0}>
            <summary>{words.addSpeaker}</summary>
            <SpeakerForm key={speakers.length} locale={locale} id={newSpeaker} wrong={answer?.fields ?? []} />
          </details>
        </section>
      </div>
    </SeminarFrame>
  );
}
