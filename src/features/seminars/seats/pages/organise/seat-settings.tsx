/** /office/seminars/:id/seats/settings: how seats are given, kinds of seat, reminders, citizen numbers. */
import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seatStyles from '#interface/styles/office-seats.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarMissing } from '../../../pages/seminar-frame.tsx';
import { seminarsText } from '../../../text.ts';
import type { SettingsView } from '../../read-settings.ts';
import { statusOf } from '../../seat-outcome.ts';
import { seatsText } from '../../text.ts';
import { SeatsFrame } from './seats-frame.tsx';
import { settingsOf } from './settings-of.ts';
import { organiseText } from './text.ts';

const reminderKinds = ['nominate', 'form', 'seminar'] as const;

export const links = () => [seminarStyles, seatStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const opened = await app.projects.open(signedIn, id);
  const view = opened?.may.organise ? await app.seats.settings(signedIn, id) : undefined;
  return data(
    {
      locale,
      view,
      isSaved: new URL(request.url).searchParams.has('saved'),
      readsNumbers: signedIn.appointments.some(
        ({ unitId, role }) => unitId === opened?.seminar.unitId && role === 'organiser',
      ),
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const form = await readForm(request, 64 * 1024);
  const outcome = await app.seats.saveSettings(signedIn, id, form && settingsOf(form));
  if (!outcome.ok) return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  return redirect(`/office/seminars/${id}/seats/settings?saved=yes`);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(organiseText(locale).settings.heading) }];
};

export default function SeatSettingsPage() {
  const { locale, view, isSaved, readsNumbers } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  if (!view) return <SeminarMissing locale={locale} />;
  const { seminar, settings } = view;
  const words = organiseText(locale).settings;
  return (
    <SeatsFrame locale={locale} seminar={seminar} place="settings">
      <h2>{words.heading}</h2>
      {problem ? (
        <p className="note bad" role="alert">
          {seatsText(locale).problems[problem]}
        </p>
      ) : null}
      {isSaved && !problem ? (
        <p className="note good" role="status">
          {words.saved}
        </p>
      ) : null}
      <Form method="post" className="narrow-form">
        <fieldset>
          <legend>{words.giving}</legend>
          {(['at-once', 'by-organiser'] as const).map((each) => (
            <label className="choice" key={each}>
              <input type="radio" name="confirms" value={each} defaultChecked={settings.confirms === each} />{' '}
              <span>{words.confirms[each]}</span>
            </label>
          ))}
          <label className="choice">
            <input type="checkbox" name="offersAutomatic" defaultChecked={settings.offersAutomatic} />{' '}
            <span>{words.offersAutomatic}</span>
          </label>
          <label className="choice">
            <input type="checkbox" name="showsRemaining" defaultChecked={settings.showsRemaining} />{' '}
            <span>{words.showsRemaining}</span>
          </label>
          <div className="field">
            <label htmlFor="offerHours">{words.offerHours}</label>
            <input
              id="offerHours"
              name="offerHours"
              inputMode="numeric"
              maxLength={3}
              defaultValue={settings.offerHours}
            />
          </div>
        </fieldset>
        <Kinds view={view} locale={locale} />
        <fieldset>
          <legend>{words.reminders}</legend>
          <p className="hint" id="reminders-hint">
            {words.remindersHint}
          </p>
          {reminderKinds.map((kind) => (
            <div className="field" key={kind}>
              <label htmlFor={`reminder-${kind}`}>{words.reminderKinds[kind]}</label>
              <input
                id={`reminder-${kind}`}
                name={`reminder.${kind}`}
                placeholder={words.reminderDays}
                aria-describedby="reminders-hint"
                defaultValue={view.reminders
                  .filter((each) => each.kind === kind)
                  .map(({ daysBefore }) => daysBefore)
                  .join(', ')}
              />
            </div>
          ))}
        </fieldset>
        <fieldset>
          <legend>{words.money}</legend>
          <p className="note warn" id="money-warn">
            {words.moneyWarn}
          </p>
          <div className="field">
            <label htmlFor="citizenNumberReason">{words.moneyReason}</label>
            <input
              id="citizenNumberReason"
              name="citizenNumberReason"
              maxLength={500}
              aria-describedby="money-warn"
              defaultValue={settings.citizenNumberReason ?? ''}
            />
          </div>
          <div className="field">
            <label htmlFor="citizenNumberDays">{words.moneyDays}</label>
            <input
              id="citizenNumberDays"
              name="citizenNumberDays"
              inputMode="numeric"
              maxLength={4}
              defaultValue={settings.citizenNumberDays}
            />
          </div>
          {settings.citizenNumberReason && readsNumbers ? (
            <p>
              <a href={`/office/seminars/${seminar.id}/citizen-numbers.xlsx?lang=${locale}`}>
                {words.moneyDownload}
              </a>
            </p>
          ) : null}
        </fieldset>
        <button type="submit" className="button main" disabled={isBusy}>
          {words.save}
        </button>
      </Form>
    </SeatsFrame>
  );
}

function Kinds({ view, locale }: { readonly view: SettingsView; readonly locale: Locale }) {
  const words = organiseText(locale).settings;
  const [added, setAdded] = useState(0);
  const rows = [
    ...view.kinds,
    ...Array.from({ length: added }, (_, at) => ({
      code: `kind-${view.kinds.length + at + 1}`,
      nameTh: '',
      nameEn: '',
      seats: undefined,
      isOpen: true,
    })),
  ];
  return (
    <fieldset>
      <legend>{words.kinds}</legend>
      {rows.map((kind, at) => (
        <fieldset key={kind.code} className="card">
          <legend className="visually-hidden">{`${words.kinds} ${at + 1}`}</legend>
          <input type="hidden" name="kind.code" value={kind.code} />
          <div className="two-columns">
            {(
              [
                ['nameTh', words.kindNameTh, kind.nameTh, 'th'],
                ['nameEn', words.kindNameEn, kind.nameEn, 'en'],
                ['seats', words.kindSeats, kind.seats ?? '', undefined],
              ] as const
            ).map(([name, label, value, lang]) => (
              <label key={name}>
                {label}
                <input name={`kind.${name}`} defaultValue={value} maxLength={100} lang={lang} />
              </label>
            ))}
            <label className="choice">
              <input type="checkbox" name="kind.open" value={kind.code} defaultChecked={kind.isOpen} />{' '}
              <span>{words.kindOpen}</span>
            </label>
          </div>
        </fieldset>
      ))}
      {rows.length < 12 ? (
        <button type="button" className="button" onClick={() => setAdded(added + 1)}>
          {words.kindAdd}
        </button>
      ) : null}
    </fieldset>
  );
}
