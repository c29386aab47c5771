/** The files chosen so far: added one by one or many at once, checked kindly, taken out again. Kept in memory only. */
import { fileProblems, type Problem } from '../form-rules.ts';
import { mostFiles } from '../report.ts';
import type { ChosenFile } from '../seal-report.ts';
import { h } from './dom.ts';
import type { Words } from './words.ts';

export type PickedFile = { readonly id: string; readonly file: File };

export type FilePicker = {
  readonly picked: () => readonly PickedFile[];
  readonly clear: () => void;
};

type FilePickerParts = {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly removeLabel: string;
  readonly words: Words;
  readonly onProblems: (problems: readonly Problem[]) => void;
  readonly onChange: () => void;
};

export function startFilePicker(parts: FilePickerParts): FilePicker {
  const { input, list, removeLabel, words, onProblems, onChange } = parts;
  let picked: PickedFile[] = [];
  // From here on the field only brings files; what is sent is the list.
  input.removeAttribute('name');
  // And its label is the button, in the page's language; the list says what was chosen.
  input.labels?.[0]?.classList.add('button');

  const draw = () => {
    list.replaceChildren(
      ...picked.map(({ id, file }) =>
        h(
          'li',
          {},
          h('span', {}, `${file.name} · ${words.fileSize(file.size / 1024)}`),
          h(
            'button',
            {
              type: 'button',
              class: 'button quiet',
              'aria-label': `${removeLabel} ${file.name}`,
              click: () => {
                picked = picked.filter((other) => other.id !== id);
                draw();
                input.focus();
              },
            },
            removeLabel,
          ),
        ),
      ),
    );
    onChange();
  };
  input.addEventListener('change', () => {
    const fresh = [...(input.files ?? [])];
    const problems = fileProblems(fresh).filter(({ code }) => code !== 'manyFiles');
    const refused = new Set(problems.map(({ value }) => value));
    const good = fresh.filter(({ name }) => !refused.has(name));
    const room = mostFiles - picked.length;
    picked = [...picked, ...good.slice(0, room).map((file) => ({ id: crypto.randomUUID(), file }))];
    onProblems(
      good.length > room ? [...problems, { field: 'files', code: 'manyFiles', value: '' }] : problems,
    );
    // Choosing the same file again must be a change again.
    input.value = '';
    draw();
  });
  return {
    picked: () => picked,
    clear: () => {
      picked = [];
      draw();
    },
  };
}

/** Reads what was picked into memory, ready to be sealed. */
export const readPicked = (picked: readonly PickedFile[]): Promise<ChosenFile[]> =>
  Promise.all(
    picked.map(async ({ id, file }) => ({
      id,
      name: file.name,
      mediaType: file.type,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
