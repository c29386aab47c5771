/** A day's timetable: rooms as columns, time as rows; parts are moved by pointer or by keys. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { CivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { seminarsText } from '../../text.ts';
import type { Programme } from '../programme.ts';
import { hoursOf, inColumn, moved, type Placement, resized } from '../programme-rules.ts';
import { programmeText } from '../text.ts';
import { nameIn, roomOf, speakersOf, titleIn } from './programme-words.ts';
import { type Item, useTimetable } from './use-timetable.ts';

type ProgrammeGridProps = {
  readonly locale: Locale;
  readonly seminarId: string;
  readonly day: CivilDate;
  readonly programme: Programme;
};

const stepsOf = [5, 15] as const;
const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function ProgrammeGrid({ locale, seminarId, day, programme }: ProgrammeGridProps) {
  const text = programmeText(locale);
  const timetable = useTimetable({ seminarId, day, programme, locale });
  const [step, setStep] = useState<(typeof stepsOf)[number]>(15);
  // Places are set by script: the page's policy allows no style in its text.
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const grid = useRef<HTMLDivElement>(null);
  const drag = useDrag(grid, timetable, step, programme.rooms);
  const { first, last } = hoursOf(timetable.items.map(({ now }) => now));
  const rowOf = (minute: number) => (minute - first * 60) / 5 + 2;
  const columns = Math.max(programme.rooms.length, 1);
  const styled = (style: React.CSSProperties) => (isReady ? style : undefined);
  const columnOf = ({ roomId }: Placement) => {
    const at = programme.rooms.findIndex(({ id }) => id === roomId);
    return at < 0 ? '2 / -1' : String(at + 2);
  };

  const onKey = (event: KeyboardEvent, { slot, now }: Item) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const by = { ArrowUp: -step, ArrowDown: step }[event.key];
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined) timetable.put(slot.id, event.shiftKey ? resized(now, by) : moved(now, by));
    else if (side !== undefined && !event.shiftKey)
      timetable.put(slot.id, inColumn(now, programme.rooms, side));
    else if (event.key === 'Escape') timetable.undo(slot.id);
    else return;
    event.preventDefault();
  };

  /** What the block has no room to show, for those who hear it. */
  const moreOf = ({ slot, now }: Item) =>
    `${seminarsText(locale).slotKinds[slot.kind]} ${roomOf(now, programme.rooms, locale)}`;
  const whoOf = ({ slot }: Item) =>
    speakersOf(slot, programme.speakers, locale)
      .map(({ name }) => name)
      .join(', ');

  return (
    <section className="no-print" aria-label={text.gridLabel(formatDate(day, locale))}>
      <details className="timetable-help">
        <summary>{text.howToTitle}</summary>
        <p id="timetable-help">{text.howTo}</p>
        <p>{text.touch}</p>
      </details>
      <fieldset className="timetable-step">
        <legend>{text.step}</legend>
        {stepsOf.map((each) => (
          <label key={each}>
            <input type="radio" name="step" checked={step === each} onChange={() => setStep(each)} />
            {text.minutes(each)}
          </label>
        ))}
      </fieldset>
      <p className="timetable-said" role="status" aria-live="polite">
        {timetable.said}
      </p>
      <div className="scroll-x">
        <div
          className="timetable"
          ref={grid}
          data-ready={isReady || undefined}
          style={styled({ gridTemplateColumns: `3.5rem repeat(${columns}, minmax(9rem, 1fr))` })}
        >
          {programme.rooms.map((room, at) => (
            <div
              key={room.id}
              className="timetable-room"
              data-room={room.id}
              style={styled({ gridColumn: at + 2, gridRow: 1 })}
            >
              {nameIn(locale, room)}
              {room.capacity ? <small>{text.capacity(room.capacity)}</small> : null}
            </div>
          ))}
          {Array.from({ length: last - first }, (_, at) => first + at).map((hour) => (
            <div
              key={hour}
              className="timetable-hour"
              aria-hidden="true"
              style={styled({ gridColumn: '1 / -1', gridRow: `${rowOf(hour * 60)} / span 12` })}
            >
              {clockOf(hour * 60)}
            </div>
          ))}
          {timetable.items.map((item) => {
            const { slot, now } = item;
            return (
              <Link
                key={slot.id}
                to={`/office/seminars/${seminarId}/programme/${slot.id}`}
                className={`timetable-part ${slot.kind}${timetable.clashes.has(slot.id) ? ' clash' : ''}`}
                aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight Shift+ArrowUp Shift+ArrowDown Escape"
                aria-describedby="timetable-help"
                draggable={false}
                data-slot={slot.id}
                style={styled({
                  gridColumn: columnOf(now),
                  gridRow: `${rowOf(now.start)} / ${rowOf(now.end)}`,
                })}
                onKeyDown={(event) => onKey(event, item)}
                onBlur={() => timetable.leave(slot.id)}
                onPointerDown={(event) => drag.begin(event, item)}
                onPointerMove={drag.move}
                onPointerUp={drag.end}
                onPointerCancel={drag.end}
                onClick={drag.swallow}
              >
                <small>{text.timeRange(clockOf(now.start), clockOf(now.end))}</small>
                <span>{titleIn(locale, slot)}</span> <small className="timetable-who">{whoOf(item)}</small>{' '}
                <span className="visually-hidden">{moreOf(item)}</span>
                <span className="timetable-edge" data-edge="" />
              </Link>
            );
          })}
        </div>
      </div>
    </section>
  );
}

type Dragged = {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
  readonly isEdge: boolean;
  isMoving: boolean;
};

/** Moving with a mouse or pen. Fingers scroll, and tap to edit. */
function useDrag(
  grid: React.RefObject<HTMLDivElement | null>,
  timetable: ReturnType<typeof useTimetable>,
  step: number,
  rooms: Programme['rooms'],
) {
  const dragged = useRef<Dragged | undefined>(undefined);
  const hasMoved = useRef(false);
  /** Pixels of a minute, as the style sheet has it. */
  const minute = () => (grid.current?.querySelector('.timetable-hour')?.clientHeight ?? 96) / 60;
  const roomAt = (x: number, fallback: string | undefined) => {
    for (const { id } of rooms) {
      const box = grid.current?.querySelector(`[data-room="${id}"]`)?.getBoundingClientRect();
      if (box && x >= box.left && x < box.right) return id;
    }
    return fallback;
  };
  return {
    begin: (event: PointerEvent<HTMLElement>, item: Item) => {
      hasMoved.current = false;
      if (event.pointerType === 'touch' || event.button !== 0) return;
      const isEdge = (event.target as HTMLElement).dataset['edge'] !== undefined;
      dragged.current = { item, x: event.pageX, y: event.pageY, isEdge, isMoving: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    move: (event: PointerEvent<HTMLElement>) => {
      const now = dragged.current;
      if (!now) return;
      // Of the page, not the window: one may scroll while dragging.
      const [dx, dy] = [event.pageX - now.x, event.pageY - now.y];
      if (!now.isMoving && Math.hypot(dx, dy) < 5) return;
      now.isMoving = true;
      hasMoved.current = true;
      if (event.clientY > window.innerHeight - 48) window.scrollBy(0, 24);
      else if (event.clientY < 48) window.scrollBy(0, -24);
      const by = Math.round(dy / minute() / step) * step;
      const { saved, slot } = now.item;
      if (now.isEdge) return timetable.preview(slot.id, resized(saved, by));
      const roomId = Math.abs(dx) < 24 ? saved.roomId : roomAt(event.clientX, undefined);
      timetable.preview(slot.id, { ...moved(saved, by), roomId });
    },
    end: () => {
      const now = dragged.current;
      dragged.current = undefined;
      if (now?.isMoving) timetable.drop(now.item.slot.id);
    },
    /** The click that ends a drag is none. */
    swallow: (event: React.MouseEvent) => {
      if (hasMoved.current) event.preventDefault();
      hasMoved.current = false;
    },
  };
}
