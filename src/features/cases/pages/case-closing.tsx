/** Ending a case in two steps by two persons: the proposal with its reasons, and the other one's decision. */
import { type FormEvent, useState } from 'react';
import { formatDateTime } from '#platform/calendar/bangkok.ts';
import { sealNote } from '../browser/compose.ts';
import { hasReporter, nameIn, type ReturnCode, returnCodes } from '../case.ts';
import { ActOutcome } from './act-outcome.tsx';
import type { ActsProps } from './case-acts.tsx';
import { MessageProblem } from './case-message.tsx';
import { personName } from './person-name.ts';
import { useDraft } from './use-draft.ts';

export function CaseClosing(props: ActsProps) {
  const { matter, may } = props.view;
  if (matter?.closing) return <Decide {...props} />;
  return may.includes('propose-closing') ? <Propose {...props} /> : null;
}

function Propose({ view, acts, locale, text }: ActsProps) {
  const { header, matter } = view;
  const words = text.acts;
  const possible = (matter?.outcomes ?? []).filter(({ fromStages }) => fromStages.includes(header.stage));
  const reasons = useDraft(`/office/cases/${header.id}`, 'closing');
  const [code, setCode] = useState('');
  const [target, setTarget] = useState('');
  const outcome = possible.find((one) => one.code === code);
  const merges = code === 'MERGED';
  const said = reasons.text.trim();
  const ready = outcome !== undefined && said !== '' && (!merges || target.trim() !== '');
  if (possible.length === 0) return null;

  async function propose(event: FormEvent) {
    event.preventDefault();
    if (!ready) return;
    const done = await acts.run('propose', `${code} ${target} ${said}`, async (desk) => ({
      act: 'propose-closing',
      revision: header.revision,
      outcome: code,
      ...(merges ? { mergeInto: target.trim().toUpperCase() } : {}),
      note: await sealNote(desk, said),
    }));
    if (done) reasons.clear();
  }

  return (
    <details>
      <summary>{words.close}</summary>
      <p className="hint">{words.closeLead}</p>
      <form onSubmit={propose}>
        <div className="field">
          <label htmlFor="outcome">{words.outcome}</label>
          <select id="outcome" value={code} onChange={(event) => setCode(event.target.value)}>
            <option value="">{words.choose}</option>
            {possible.map((one) => (
              <option key={one.code} value={one.code}>
                {nameIn(locale, one)}
              </option>
            ))}
          </select>
          {outcome && hasReporter(header.channel) ? (
            <p className="hint">
              {words.told}: {locale === 'th' ? outcome.toldTh : outcome.toldEn}
            </p>
          ) : null}
        </div>
        {merges ? (
          <div className="field">
            <label htmlFor="merge-into">{words.mergeInto}</label>
            <p className="hint">{words.mergeHint}</p>
            <input
              id="merge-into"
              value={target}
              autoComplete="off"
              onChange={(event) => setTarget(event.target.value)}
            />
          </div>
        ) : null}
        <div className="field">
          <label htmlFor="reasons">{words.closeReasons}</label>
          <textarea
            id="reasons"
            value={reasons.text}
            maxLength={50_000}
            onChange={(event) => reasons.set(event.target.value)}
          />
        </div>
        <button type="submit" className="button" disabled={!ready || acts.busy !== undefined}>
          {words.propose}
        </button>
        <ActOutcome acts={acts} name="propose" text={text} />
      </form>
    </details>
  );
}

function Decide({ view, opened, acts, locale, text }: ActsProps) {
  const { header, self, may } = view;
  const closing = view.matter!.closing!;
  const words = text.acts;
  const opinion = useDraft(`/office/cases/${header.id}`, 'decision');
  const [code, setCode] = useState<ReturnCode | ''>('');
  const outcome = view.matter!.outcomes.find((one) => one.code === closing.outcome);
  const reasons = opened.notes.find(({ message }) => message.id === closing.reasonsMessage);
  const said = opinion.text.trim();

  const decide = async (decision: 'approved' | 'returned') => {
    const done = await acts.run('decide', `${decision} ${code} ${said}`, async (desk) => ({
      act: 'decide-closing',
      revision: header.revision,
      closingId: closing.id,
      decision,
      ...(decision === 'returned' && code ? { returnCode: code } : {}),
      ...(said ? { note: await sealNote(desk, said) } : {}),
    }));
    if (done) opinion.clear();
  };

  return (
    <div className="note pending">
      <h3>{words.pendingTitle}</h3>
      <p>
        <strong>{outcome ? nameIn(locale, outcome) : closing.outcome}</strong>
      </p>
      <p className="soft small">
        {words.pendingBy(
          personName(view, closing.proposedBy, locale, text),
          formatDateTime(new Date(closing.proposedAt), locale),
        )}
      </p>
      {reasons ? (
        <>
          <p className="small">{words.pendingReasons}</p>
          <MessageProblem read={reasons} text={text} />
          {reasons.body && 'text' in reasons.body ? <p className="said">{reasons.body.text}</p> : null}
        </>
      ) : null}
      {closing.proposedBy === self || !may.includes('decide-closing') ? (
        <p>{words.pendingOwn}</p>
      ) : (
        <>
          <div className="field">
            <label htmlFor="opinion">{words.decisionNote}</label>
            <textarea
              id="opinion"
              value={opinion.text}
              maxLength={20_000}
              onChange={(event) => opinion.set(event.target.value)}
            />
          </div>
          <p>
            <button
              type="button"
              className="button main"
              disabled={acts.busy !== undefined}
              onClick={() => void decide('approved')}
            >
              {words.approve}
            </button>
          </p>
          <div className="field">
            <label htmlFor="return-code">{words.returnWhy}</label>
            <div className="joined">
              <select
                id="return-code"
                value={code}
                onChange={(event) => setCode(event.target.value as ReturnCode)}
              >
                <option value="">{words.choose}</option>
                {returnCodes.map((one) => (
                  <option key={one} value={one}>
                    {words.returnCodes[one]}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="button"
                disabled={!code || acts.busy !== undefined}
                onClick={() => void decide('returned')}
              >
                {words.return}
              </button>
            </div>
          </div>
        </>
      )}
      <ActOutcome acts={acts} name="decide" text={text} />
    </div>
  );
}
