/** What an officer may do with the case now: the next step first, the grave ones last and folded. */
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { sealNote } from '../browser/compose.ts';
import { rolesFor } from '../case.policies.ts';
import { hasReporter, isEnded } from '../case.ts';
import { type Move, movesFrom } from '../case-rules.ts';
import type { CaseView } from '../case-view.ts';
import type { CasesText } from '../text.ts';
import { ActOutcome } from './act-outcome.tsx';
import { CaseCircle } from './case-circle.tsx';
import { CaseClosing } from './case-closing.tsx';
import type { Acts } from './use-acts.ts';
import { useDraft } from './use-draft.ts';
import type { OpenedCase } from './use-opened-case.ts';

export type ActsProps = {
  readonly view: CaseView;
  readonly opened: OpenedCase;
  readonly acts: Acts;
  readonly locale: Locale;
  readonly text: CasesText;
};

export function CaseActs(props: ActsProps) {
  const { view, acts, text } = props;
  const { header, matter, may } = view;
  if (may.length === 0) return null;
  const ended = isEnded(header.stage);
  return (
    <section aria-labelledby="acts" className="card acts">
      <h2 id="acts" tabIndex={-1}>
        {text.acts.title}
      </h2>
      <p role="status" className="good small">
        {acts.done?.includes('>') ? text.acts.nowAt(text.stages[header.stage]) : null}
      </p>
      {ended ? <p className="soft">{endedWords(view, text)}</p> : null}
      {!ended && !matter?.closing && may.includes('change-stage')
        ? movesFrom(header.stage, header.matter)
            .filter(({ to }) => to !== 'NEED_INFORMATION' || hasReporter(header.channel))
            .map((move) => <MoveForm key={move.to} move={move} {...props} />)
        : null}
      {!ended && may.includes('assign') ? <AssignForm {...props} /> : null}
      {ended ? null : <CaseClosing {...props} />}
      {ended ? null : <CaseCircle {...props} />}
    </section>
  );
}

function endedWords({ header }: CaseView, text: CasesText): string {
  if (header.matter === 'ethics-advice') return text.acts.adviceEnded;
  return hasReporter(header.channel) ? text.acts.ended : text.acts.endedForGood;
}

function MoveForm({ move, view, acts, text }: ActsProps & { readonly move: Move }) {
  const name = `${move.from}>${move.to}`;
  const reason = useDraft(`/office/cases/${view.header.id}`, name);
  const [asking, setAsking] = useState(false);
  const label = text.acts.moves[name as keyof typeof text.acts.moves];
  const said = reason.text.trim();

  async function go(event: FormEvent) {
    event.preventDefault();
    if (move.needsReason && said === '') return;
    const done = await acts.run(name, said, async (desk) => ({
      act: 'change-stage',
      revision: view.header.revision,
      to: move.to,
      ...(said ? { note: await sealNote(desk, said) } : {}),
    }));
    if (done) {
      reason.clear();
      setAsking(false);
    }
  }

  const leadsOn = !(move.from === 'DECISION' || move.to === 'NEED_INFORMATION');
  if (move.needsReason && !asking)
    return (
      <button type="button" className={leadsOn ? 'button main' : 'button'} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  return (
    <form onSubmit={go} className={move.needsReason ? 'asking' : undefined}>
      {move.needsReason ? (
        <div className="field">
          <label htmlFor={name}>
            {label}: {text.acts.reason}
          </label>
          <textarea
            id={name}
            value={reason.text}
            maxLength={20_000}
            // biome-ignore lint/a11y/noAutofocus: the officer has just asked for this field
            autoFocus
            onChange={(event) => reason.set(event.target.value)}
          />
        </div>
      ) : null}
      <p className="row">
        <button
          type="submit"
          className={leadsOn ? 'button main' : 'button'}
          disabled={acts.busy !== undefined || (move.needsReason && said === '')}
        >
          {label}
        </button>
        {move.needsReason ? (
          <button type="button" className="button quiet" onClick={() => setAsking(false)}>
            {text.acts.cancel}
          </button>
        ) : null}
      </p>
      <ActOutcome acts={acts} name={name} text={text} />
    </form>
  );
}

function AssignForm({ view, acts, locale, text }: ActsProps) {
  const { header, matter, self } = view;
  const words = text.acts;
  const able = (matter?.colleagues ?? []).filter(
    (one) =>
      one.roles.some((role) => rolesFor('reply', header.matter).includes(role)) &&
      (header.restriction !== 'named' || matter?.named.includes(one.id)),
  );
  const [chosen, setChosen] = useState('');
  const [impartial, setImpartial] = useState(false);
  const assign = (personId: string) =>
    acts.run('assign', personId, async () => ({
      act: 'assign',
      revision: header.revision,
      personId,
      impartial: true,
    }));
  const others = able.filter((one) => one.id !== header.assignedTo && one.id !== self);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && impartial) void assign(chosen);
      }}
    >
      <label className="choice">
        <input type="checkbox" checked={impartial} onChange={(event) => setImpartial(event.target.checked)} />
        <span>
          {words.impartial}
          <small>{words.impartialBasis}</small>
        </span>
      </label>
      {header.assignedTo === self ? null : (
        <button
          type="button"
          className="button"
          disabled={!impartial || acts.busy !== undefined}
          onClick={() => void assign(self)}
        >
          {words.assignMe}
        </button>
      )}
      {others.length > 0 ? (
        <div className="field">
          <label htmlFor="assign">{words.assign}</label>
          <div className="joined">
            <select id="assign" value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">{words.choose}</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {locale === 'en' ? (one.nameEn ?? one.nameTh) : one.nameTh}
                </option>
              ))}
            </select>
            <button
              type="submit"
              className="button"
              disabled={!chosen || !impartial || acts.busy !== undefined}
            >
              {words.assignAction}
            </button>
          </div>
        </div>
      ) : null}
      <ActOutcome acts={acts} name="assign" text={text} />
      <p className="small">
        <Link to={`/office/conflicts/new?case=${header.id}`}>{words.declareConflict}</Link>
      </p>
    </form>
  );
}
