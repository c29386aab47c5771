/** What officers write for each other, under a key that the reporter does not have. */
import type { FormEvent } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { sealNote } from '../browser/compose.ts';
import type { CaseView } from '../case-view.ts';
import type { CasesText } from '../text.ts';
import { ActOutcome } from './act-outcome.tsx';
import { CaseMessage } from './case-message.tsx';
import type { Acts } from './use-acts.ts';
import { useDraft } from './use-draft.ts';
import type { OpenedCase } from './use-opened-case.ts';

type Props = {
  readonly view: CaseView;
  readonly opened: OpenedCase;
  readonly acts: Acts;
  readonly locale: Locale;
  readonly text: CasesText;
};

export function CaseNotes(props: Props) {
  const { view, opened, acts, text } = props;
  const draft = useDraft(`/office/cases/${view.header.id}`, 'note');
  const words = text.case;

  async function save(event: FormEvent) {
    event.preventDefault();
    const said = draft.text.trim();
    if (said === '') return;
    if (await acts.run('note', said, async (desk) => ({ act: 'note', note: await sealNote(desk, said) })))
      draft.clear();
  }

  return (
    <section aria-labelledby="notes" className="card">
      <h2 id="notes" tabIndex={-1}>
        {words.notes}
      </h2>
      <p className="hint">{words.notesHint}</p>
      {opened.notes.length === 0 ? <p className="soft">{words.noNotes}</p> : null}
      <ol className="messages">
        {opened.notes.map((read) => (
          <CaseMessage key={read.message.id} read={read} keys={opened.keys} {...props} />
        ))}
      </ol>
      {view.may.includes('note') ? (
        <form onSubmit={save}>
          <div className="field">
            <label htmlFor="note">{words.noteLabel}</label>
            <textarea
              id="note"
              value={draft.text}
              maxLength={50_000}
              onChange={(event) => draft.set(event.target.value)}
            />
          </div>
          <button
            type="submit"
            className="button"
            disabled={acts.busy === 'note' || draft.text.trim() === ''}
          >
            {words.addNote}
          </button>
          <ActOutcome acts={acts} name="note" text={text} />
        </form>
      ) : null}
    </section>
  );
}
