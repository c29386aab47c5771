/** What the report form asks, and what is wrong with its answers. Pure; the browser and the server check alike. */
import {
  type IdentityMode,
  type InsiderAnswer,
  identityModes,
  insiderAnswers,
  largestFile,
  longestAnswer,
  longestStory,
  mostFiles,
  type OriginalFile,
  type Story,
} from './report.ts';

/** The form's fields by their names in HTML. An empty `centre` means: not known. */
export type Answers = {
  readonly about: string;
  readonly centre: string;
  readonly place: string;
  readonly insider: InsiderAnswer;
  readonly topic: string;
  readonly happened: string;
  readonly when: string;
  readonly source: string;
  readonly damage: string;
  readonly wish: string;
  readonly identity: IdentityMode;
  readonly name: string;
  readonly contact: string;
  /** Whether hidden data are to be taken out of photos. */
  readonly clean: boolean;
};

export const noAnswers: Answers = {
  about: '',
  centre: '',
  place: '',
  insider: 'no',
  topic: '',
  happened: '',
  when: '',
  source: '',
  damage: '',
  wish: '',
  identity: 'anonymous',
  name: '',
  contact: '',
  clean: true,
};

/** The free-text fields in the order asked. */
export const textFields = [
  'about',
  'place',
  'happened',
  'when',
  'source',
  'damage',
  'wish',
  'name',
  'contact',
] as const;
export type TextField = (typeof textFields)[number];

/** `field` is where to look; `value` what a message names. */
export type Problem = {
  readonly field: TextField | 'topic' | 'files' | 'centre' | 'form';
  readonly code: 'happened' | 'topic' | 'tooLong' | 'name' | 'emptyFile' | 'largeFile' | 'manyFiles';
  readonly value: string;
};

export const longestOf = (field: TextField): number => (field === 'happened' ? longestStory : longestAnswer);

/** Reads the fields of a submitted form; whatever is not among the choices falls back to the safest. */
export function answersFrom(read: (name: string) => string | undefined): Answers {
  const text = (name: string) => (read(name) ?? '').replaceAll('\r\n', '\n').toWellFormed();
  const insider = insiderAnswers.find((answer) => answer === read('insider'));
  const identity = identityModes.find((mode) => mode === read('identity'));
  return {
    ...(Object.fromEntries(textFields.map((field) => [field, text(field)])) as Record<TextField, string>),
    centre: text('centre').slice(0, 40),
    insider: insider ?? 'no',
    topic: text('topic').slice(0, 40),
    identity: identity ?? 'anonymous',
    clean: read('clean') !== undefined,
  };
}

/** Everything that stands in the way of sending, in the order of the form. */
export function problemsOf(
  answers: Answers,
  files: readonly { readonly name: string; readonly size: number }[],
  topics: readonly string[],
): Problem[] {
  const problems: Problem[] = textFields
    .filter((field) => answers[field].length > longestOf(field))
    .map((field) => ({ field, code: 'tooLong', value: String(longestOf(field)) }));
  if (!topics.includes(answers.topic)) problems.push({ field: 'topic', code: 'topic', value: '' });
  // Zero-width characters and spaces alone are no story.
  if (!/[\p{L}\p{N}]/u.test(answers.happened))
    problems.push({ field: 'happened', code: 'happened', value: '' });
  if (answers.identity !== 'anonymous' && answers.name.trim() === '')
    problems.push({ field: 'name', code: 'name', value: '' });
  return [...problems, ...fileProblems(files)];
}

export function fileProblems(files: readonly { readonly name: string; readonly size: number }[]): Problem[] {
  const problems: Problem[] = [];
  for (const { name, size } of files) {
    if (size === 0) problems.push({ field: 'files', code: 'emptyFile', value: name });
    if (size > largestFile) problems.push({ field: 'files', code: 'largeFile', value: name });
  }
  if (files.length > mostFiles) problems.push({ field: 'files', code: 'manyFiles', value: '' });
  return problems;
}

/** The story as it is sealed. A name that was typed before choosing to stay anonymous is left out. */
export function storyOf(
  answers: Answers,
  language: Story['language'],
  files: readonly OriginalFile[],
): Story {
  const { clean: _, centre, name, contact, insider, ...rest } = answers;
  const isNamed = answers.identity !== 'anonymous';
  return {
    type: 'report',
    v: 1,
    language,
    ...rest,
    centre: centre === '' ? null : centre,
    insider: centre === '' ? 'no' : insider,
    name: isNamed ? name : '',
    contact: isNamed ? contact : '',
    files,
  };
}
