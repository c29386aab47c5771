/** /office/seminars/:id/programme/new and …/:slot: a part of the programme as a plain form. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { timeText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { SeminarFrame } from '../../pages/seminar-frame.tsx';
import { isOpen } from '../../projects/project-rules.ts';
import { projectsText } from '../../projects/text.ts';
import { seminarsText } from '../../text.ts';
import { daysOf, minuteOf } from '../programme-rules.ts';
import { programmeText } from '../text.ts';
import { clashWords } from './programme-words.ts';
import { SlotFields } from './slot-fields.tsx';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const opened = await app.projects.open(signedIn, id);
  const back = `/office/seminars/${id}/programme`;
  if (!opened?.may.organise || !isOpen(opened.seminar.state))
    throw redirect(opened ? back : '/office/seminars');
  const programme = await app.programmes.read(signedIn, id);
  const slot = programme.slots.find((each) => each.id === params['slot']);
  if (params['slot'] && !slot) throw redirect(back);
  const days = daysOf(opened.seminar, programme.slots);
  const asked = new URL(request.url).searchParams.get('day');
  const day = slot ? civilDate(slot.startsAt) : (days.find((each) => each === asked) ?? days[0]!);
  const last = programme.slots.filter(({ startsAt }) => civilDate(startsAt) === day).at(-1);
  return {
    locale,
    opened,
    /** Made here, so that a form sent twice makes one part. */
    id: slot?.id ?? crypto.randomUUID(),
    slot,
    day,
    /** A new part begins where the last one of the day ends. */
    start: last ? Math.min(minuteOf(last.endsAt), 22 * 60) : 9 * 60,
    days,
    rooms: programme.rooms,
    speakers: programme.speakers,
    competencies: await app.programmes.competencies(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = (await readForm(request, 256 * 1024)) ?? new FormData();
  const seminarId = params['id'] ?? '';
  const id = textOf(form, 'id');
  const isRemoval = textOf(form, 'intent') === 'remove';
  const outcome = isRemoval
    ? await app.programmes.remove(signedIn, 'part', { id, seminarId })
    : await app.programmes.saveSlot(signedIn, slotOf(form, seminarId));
  if (!outcome.ok)
    return data(
      {
        problem: outcome.code,
        fields: outcome.fields ?? [],
        clash: outcome.clash,
        title: textOf(form, 'titleTh'),
      },
      { status: statusOf(outcome.code) },
    );
  const day = textOf(form, 'day');
  return redirect(
    `/office/seminars/${seminarId}/programme?day=${day}&done=${isRemoval ? 'removed' : 'saved'}`,
  );
}

function slotOf(form: FormData, seminarId: string) {
  const names = [
    'id',
    'kind',
    'titleTh',
    'titleEn',
    'detailTh',
    'detailEn',
    'roomId',
    'day',
    'groups',
    'changedAt',
  ];
  return {
    ...Object.fromEntries(names.map((name) => [name, textOf(form, name)])),
    from: timeText(form, 'from'),
    to: timeText(form, 'to'),
    seminarId,
    countsForAttendance: form.has('counts'),
    competencies: form.getAll('competency').map(String),
    speakers: form.getAll('speaker').map((speakerId) => ({
      speakerId: String(speakerId),
      role: textOf(form, `role-${speakerId}`),
      groupNo: textOf(form, `group-${speakerId}`),
    })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; slot?: object } }) => {
  const locale = loaderData?.locale ?? 'th';
  const { slot } = programmeText(locale);
  return [{ title: seminarsText(locale).title(loaderData?.slot ? slot.edit : slot.make) }];
};

export default function SlotEdit() {
  const { locale, opened, ...facts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const { seminar, may } = opened;
  const text = programmeText(locale).slot;
  const said =
    answer &&
    (clashWords(answer.problem, answer.title, answer.clash, locale) ??
      projectsText(locale).problems[answer.problem]);
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="programme" canOrganise={may.organise}>
      <h2>{facts.slot ? text.edit : text.make}</h2>
      {said ? (
        <p className="note bad" role="alert">
          {said}
        </p>
      ) : null}
      <Form method="post" className="narrow-form">
        <SlotFields locale={locale} seminarId={seminar.id} {...facts} wrong={answer?.fields ?? []} />
        <p className="row">
          <button type="submit" className="button main" disabled={isBusy}>
            {text.save}
          </button>
          <Link to={`/office/seminars/${seminar.id}/programme?day=${facts.day}`}>{text.back}</Link>
        </p>
        {facts.slot ? (
          <details>
            <summary>{text.remove}</summary>
            <p className="hint">{text.removeHint}</p>
            <button
              type="submit"
              name="intent"
              value="remove"
              formNoValidate
              className="button danger"
              disabled={isBusy}
            >
              {text.remove}
            </button>
          </details>
        ) : null}
      </Form>
    </SeminarFrame>
  );
}
