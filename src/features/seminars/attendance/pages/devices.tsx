/** /office/seminars/:id/attendance/devices: let telephones in by a QR code, see them, shut them out. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { qrPicture } from '../qr-picture.ts';
import { attendanceText } from '../text.ts';
import { refusal } from './board-request.ts';
import { Qr } from './qr.tsx';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const board = await app.attendance.board(signedIn, params['id'] ?? '', { locale });
  if (!board)
    return data({ locale, seminar: undefined, devices: [], id: '', done: undefined }, { status: 404 });
  const asked = new URL(request.url).searchParams.get('done');
  return data({
    locale,
    seminar: board.seminar,
    devices: board.devices.map((device) => ({ ...device, qr: device.link && qrPicture(device.link) })),
    /** Made here, so that a form sent twice lets in one device. */
    id: crypto.randomUUID(),
    done: (['make', 'revoke'] as const).find((act) => act === asked),
  });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 16 * 1024);
  if (!form) return refusal('malformed');
  const seminarId = params['id'] ?? '';
  const id = textOf(form, 'id');
  const intent = textOf(form, 'intent') === 'revoke' ? 'revoke' : 'make';
  const outcome =
    intent === 'revoke'
      ? await app.attendance.revokeDevice(signedIn, { id, seminarId })
      : await app.attendance.makeDevice(signedIn, { id, seminarId, name: textOf(form, 'name') });
  return outcome.ok
    ? redirect(`/office/seminars/${seminarId}/attendance/devices?done=${intent}`)
    : refusal(outcome.code);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = attendanceText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.devices.heading) }];
};

const tone = { waiting: 'deep', 'link-over': '', in: 'good', revoked: '' } as const;

export default function DevicesPage() {
  const { locale, seminar, devices, id, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!seminar) return <SeminarMissing locale={locale} />;
  const all = attendanceText(locale);
  const text = all.devices;
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="attendance" canOrganise>
      <p className="small">
        <Link to={`/office/seminars/${seminar.id}/attendance`}>{all.back}</Link>
      </p>
      <h2>{text.heading}</h2>
      {done ? (
        <p className="note good" role="status">
          {text.done[done]}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {all.problems[problem]}
        </p>
      ) : null}
      <p className="measure">{text.lead}</p>
      <Form method="post" className="card measure">
        <h3>{text.add}</h3>
        <input type="hidden" name="intent" value="make" />
        <input type="hidden" name="id" value={id} />
        <div className="field">
          <label htmlFor="device-name">{text.name}</label>
          <p className="hint" id="device-hint">
            {text.nameHint}
          </p>
          <input
            id="device-name"
            name="name"
            maxLength={80}
            required
            aria-describedby="device-hint"
            key={id}
          />
        </div>
        <button type="submit" className="button act">
          {text.make}
        </button>
      </Form>
      {devices.length === 0 ? <p className="card empty">{text.none}</p> : null}
      <ul className="plain-list rows">
        {devices.map((device) => (
          <li key={device.id}>
            <div className="row">
              <h3 className="grow device-name">{device.name}</h3>
              <span className={`tag ${tone[device.state]}`}>{text.states[device.state]}</span>
              {device.lastSeenAt ? (
                <span className="small soft">
                  {text.seen} {formatDateTime(new Date(device.lastSeenAt), locale)}
                </span>
              ) : null}
              {device.state === 'revoked' ? null : (
                <Form method="post">
                  <input type="hidden" name="intent" value="revoke" />
                  <input type="hidden" name="id" value={device.id} />
                  <button type="submit" className="button danger" aria-describedby="revoke-hint">
                    {text.revoke}
                  </button>
                </Form>
              )}
            </div>
            {device.link && device.qr ? (
              <div className="device-link">
                <Qr picture={device.qr} label={text.qr(device.name)} side={220} />
                <div className="grow">
                  <label htmlFor={`link-${device.id}`}>{text.link}</label>
                  <input id={`link-${device.id}`} readOnly value={device.link} className="device-address" />
                  <p className="hint">{text.linkHint}</p>
                </div>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {devices.length > 0 ? (
        <p className="hint" id="revoke-hint">
          {text.revokeHint}
        </p>
      ) : null}
    </SeminarFrame>
  );
}
