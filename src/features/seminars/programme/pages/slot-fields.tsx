/** The fields of a part: what, when, where, who speaks in which role, which competencies it serves. */
import { useState } from 'react';
import { Link } from 'react-router';
import { TimeField } from '#interface/fields/time-field.tsx';
import { type CivilDate, civilTime } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type SlotKind, type SpeakerRole, slotKinds, speakerRoles } from '../../seminar.ts';
import { seminarsText } from '../../text.ts';
import type { Competency, ProgrammeSlot, Room, Speaker } from '../programme.ts';
import { programmeText } from '../text.ts';
import { nameIn } from './programme-words.ts';

type SlotFieldsProps = {
  readonly locale: Locale;
  readonly seminarId: string;
  readonly id: string;
  readonly slot: ProgrammeSlot | undefined;
  readonly day: CivilDate;
  readonly start: number;
  readonly days: readonly CivilDate[];
  readonly rooms: readonly Room[];
  readonly speakers: readonly Speaker[];
  readonly competencies: readonly Competency[];
  readonly wrong: readonly string[];
};

const usualRole: Partial<Record<SlotKind, SpeakerRole>> = {
  panel: 'panellist',
  exchange: 'panellist',
  'group-work': 'facilitator',
};
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function SlotFields(props: SlotFieldsProps) {
  const { locale, slot, wrong } = props;
  const text = programmeText(locale).slot;
  const shared = seminarsText(locale);
  // The identifier and the version that the form began with: a refused form is sent again as the same one.
  const [began] = useState({ id: props.id, changedAt: slot?.changedAt.toISOString() ?? '' });
  const [kind, setKind] = useState<SlotKind>(slot?.kind ?? 'lecture');
  const problem = (name: string) =>
    wrong.includes(name) ? { 'aria-invalid': true as const, 'aria-describedby': `${name}-problem` } : {};
  const said = (name: string) =>
    wrong.includes(name) ? (
      <p className="problem" id={`${name}-problem`}>
        {text.fieldProblem}
      </p>
    ) : null;
  return (
    <>
      <input type="hidden" name="id" value={began.id} />
      <input type="hidden" name="changedAt" value={began.changedAt} />
      <div className="field">
        <label htmlFor="kind">{text.kind}</label>
        <select
          id="kind"
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.target.value as SlotKind)}
        >
          {slotKinds.map((each) => (
            <option key={each} value={each}>
              {shared.slotKinds[each]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="titleTh">{text.titleTh}</label>
        <input
          id="titleTh"
          name="titleTh"
          lang="th"
          required
          maxLength={300}
          defaultValue={slot?.titleTh}
          {...problem('titleTh')}
        />
        {said('titleTh')}
      </div>
      <div className="field">
        <label htmlFor="titleEn">{text.titleEn}</label>
        <input id="titleEn" name="titleEn" lang="en" maxLength={300} defaultValue={slot?.titleEn} />
      </div>
      <div className="slot-when">
        <div className="field">
          <label htmlFor="day">{text.day}</label>
          <select id="day" name="day" defaultValue={props.day}>
            {props.days.map((day) => (
              <option key={day} value={day}>
                {formatDate(day, locale, 'short', { weekday: true })}
              </option>
            ))}
          </select>
        </div>
        {(['from', 'to'] as const).map((end, at) => (
          <TimeField
            key={end}
            name={end}
            label={text[end]}
            locale={locale}
            required
            defaultValue={
              slot ? civilTime(at === 0 ? slot.startsAt : slot.endsAt) : clock(props.start + at * 60)
            }
            problem={wrong.includes(end) ? (end === 'to' ? text.toProblem : text.fieldProblem) : undefined}
          />
        ))}
      </div>
      {props.rooms.length > 0 ? (
        <div className="field">
          <label htmlFor="roomId">{text.room}</label>
          <select id="roomId" name="roomId" defaultValue={slot?.roomId ?? ''}>
            <option value="">{programmeText(locale).allRoomsHint}</option>
            {props.rooms.map((room) => (
              <option key={room.id} value={room.id}>
                {nameIn(locale, room)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {kind === 'group-work' ? (
        <div className="field">
          <label htmlFor="groups">{text.groups}</label>
          <input
            id="groups"
            name="groups"
            type="number"
            min={1}
            max={50}
            defaultValue={slot?.groups ?? 1}
            {...problem('groups')}
          />
          {said('groups')}
        </div>
      ) : (
        <input type="hidden" name="groups" value={slot?.groups ?? 1} />
      )}
      <SpeakerFields {...props} kind={kind} />
      {kind === 'break' ? null : <CompetencyFields {...props} />}
      <label className="choice">
        <input
          type="checkbox"
          name="counts"
          key={slot ? 'kept' : kind}
          defaultChecked={slot ? slot.countsForAttendance : kind !== 'break'}
        />
        {text.counts}
      </label>
      {(['detailTh', 'detailEn'] as const).map((name) => (
        <div className="field" key={name}>
          <label htmlFor={name}>{text[name]}</label>
          <textarea
            id={name}
            name={name}
            className="short"
            lang={name === 'detailTh' ? 'th' : 'en'}
            maxLength={4000}
            defaultValue={slot?.[name] ?? ''}
          />
        </div>
      ))}
    </>
  );
}

function SpeakerFields({
  locale,
  seminarId,
  slot,
  speakers,
  kind,
}: SlotFieldsProps & { readonly kind: SlotKind }) {
  const text = programmeText(locale).slot;
  const [chosen, setChosen] = useState(() => new Set(slot?.speakers.map(({ speakerId }) => speakerId)));
  const toggle = (id: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <fieldset>
      <legend>{text.speakers}</legend>
      {speakers.length === 0 ? <p className="soft">{text.noSpeakers}</p> : null}
      {speakers.map((speaker) => {
        const name = nameIn(locale, speaker);
        const known = slot?.speakers.find(({ speakerId }) => speakerId === speaker.id);
        return (
          <div key={speaker.id} className="slot-speaker">
            <label className="choice">
              <input
                type="checkbox"
                name="speaker"
                value={speaker.id}
                checked={chosen.has(speaker.id)}
                onChange={() => toggle(speaker.id)}
              />
              <span>
                {name}
                <small lang="th">
                  {[speaker.positionTh, speaker.organisationTh].filter(Boolean).join(' ')}
                </small>
              </span>
            </label>
            {chosen.has(speaker.id) ? (
              <>
                <select
                  name={`role-${speaker.id}`}
                  aria-label={text.role(name)}
                  key={known ? 'known' : kind}
                  defaultValue={known?.role ?? usualRole[kind] ?? 'speaker'}
                >
                  {speakerRoles.map((role) => (
                    <option key={role} value={role}>
                      {seminarsText(locale).speakerRoles[role]}
                    </option>
                  ))}
                </select>
                {kind === 'group-work' ? (
                  <input
                    type="number"
                    name={`group-${speaker.id}`}
                    aria-label={text.group(name)}
                    placeholder={text.group('').trim()}
                    min={1}
                    max={50}
                    defaultValue={known?.groupNo}
                  />
                ) : null}
              </>
            ) : null}
          </div>
        );
      })}
      <Link to={`/office/seminars/${seminarId}/programme/people`}>{text.toSpeakers}</Link>
    </fieldset>
  );
}

function CompetencyFields({ locale, slot, competencies }: SlotFieldsProps) {
  return (
    <fieldset>
      <legend>{programmeText(locale).slot.competencies}</legend>
      <div className="slot-competencies">
        {competencies.map((competency) => (
          <label className="choice" key={competency.code}>
            <input
              type="checkbox"
              name="competency"
              value={competency.code}
              defaultChecked={slot?.competencies.includes(competency.code)}
            />
            <span>{nameIn(locale, competency)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
