// Messages of the law library in English.
import type { LawsText } from './text.th.ts';

const list = (numbers: readonly string[]) => (numbers.length > 0 ? numbers.join(', ') : '–');

export const en: LawsText = {
  doubts: {
    'no-sections': 'No section or clause was found; check that this is the text of a law',
    'no-title': 'The name of the law could not be read; please type it',
    'no-year': 'No Buddhist-era year of the law was found',
    gap: 'This section number is missing; it may have been repealed or lost',
    'not-from-one': 'The first section is not section 1',
    'left-out': 'Looks like the start of a section, but its number is out of order, so it was not counted',
    'unusual-start': 'Counted because its number fits, though it does not look like the start of a section',
    'odd-spelling': 'The word มาตรา is spelt oddly, but the number fits, so it was counted',
    glued: 'This section stands in the middle of a line, glued to the one before',
    'empty-section': 'This section has no text',
    'footnote-without-text': 'A footnote mark without the footnote',
    'heading-without-title': 'A numbered heading without a name',
  },
  importing: {
    usage: 'Usage: npm run laws:import -- [--check] FOLDER',
    unreadable: (folder) => `The folder ${folder} could not be opened`,
    outcomes: { new: 'imported', unchanged: 'nothing has changed', changed: 'a new version' },
    found: ({ code, title, sections, outcome }) => `${code}: ${title} · ${sections} sections · ${outcome}`,
    difference: ({ added, changed, removed }) =>
      `  added ${list(added)} · changed ${list(changed)} · removed ${list(removed)}`,
    doubt: (line, about, message) => `  line ${line} (${about}): ${message}`,
    noFiles: (folder) => `There is no .txt file in ${folder}`,
  },
};
