/** A text field whose draft is kept encrypted in the tab: a session that ends in mid-sentence loses nothing. */
import { useCallback, useEffect, useState } from 'react';
import { dropDraft, keepDraft, recallDraft } from '#features/network/browser/index.ts';

export type Draft = {
  readonly text: string;
  readonly set: (text: string) => void;
  /** After it was sent. */
  readonly clear: () => void;
};

export function useDraft(page: string, field: string): Draft {
  const [text, setText] = useState('');
  useEffect(() => {
    let left = false;
    recallDraft(page, field)
      // What was typed since the page opened is newer than any draft.
      .then((kept) => left || setText((now) => now || (kept ?? '')))
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [page, field]);
  const set = useCallback(
    (next: string) => {
      setText(next);
      keepDraft(page, field, next);
    },
    [page, field],
  );
  const clear = useCallback(() => {
    setText('');
    dropDraft(page, field);
  }, [page, field]);
  return { text, set, clear };
}
