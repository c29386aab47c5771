/** The words of a report: what a reporter says, sealed inside the first message, and what both sides say afterwards. */
import type { Locale } from '#platform/text/messages.ts';

export const identityModes = ['anonymous', 'confidential', 'named'] as const;
/** Whether the reporter is known to the officers; `confidential`: known to them, not to be told to others. */
export type IdentityMode = (typeof identityModes)[number];

export const insiderAnswers = ['no', 'staff', 'head', 'unsure'] as const;
/** Whether the matter concerns somebody who works in the centre named, or its head. */
export type InsiderAnswer = (typeof insiderAnswers)[number];

/** A file as the reporter chose it, before hidden data were taken out; the file sent is in the message's attachments. */
export type OriginalFile = {
  readonly id: string;
  /** SHA-256 of the file as chosen, hexadecimal. */
  readonly originalSha256: string;
  /** Whether place, time and device were taken out of it. */
  readonly cleaned: boolean;
};

/** The body of the first message of a dialogue. Empty text means: not answered. */
export type Story = {
  readonly type: 'report';
  readonly v: 1;
  readonly language: Locale;
  /** Whom or what it concerns. */
  readonly about: string;
  /** Code of the centre named; null when the reporter did not know. The centre addressed may be another one. */
  readonly centre: string | null;
  /** Where it happened, in the reporter's words. */
  readonly place: string;
  readonly insider: InsiderAnswer;
  /** Code of a row of cases.topic. */
  readonly topic: string;
  readonly happened: string;
  readonly when: string;
  /** How the reporter knows. */
  readonly source: string;
  readonly damage: string;
  readonly wish: string;
  readonly identity: IdentityMode;
  readonly name: string;
  /** How the reporter can be reached. */
  readonly contact: string;
  readonly files: readonly OriginalFile[];
};

/** The body of every later message of a dialogue, from the reporter and from officers alike. */
export type Said = {
  readonly type: 'message' | 'contest';
  readonly v: 1;
  readonly text: string;
  readonly files: readonly OriginalFile[];
};

/** Longest answer to "what happened", in UTF-16 units; other answers are shorter. */
export const longestStory = 200_000;
export const longestAnswer = 2_000;
export const mostFiles = 10;
/** Bytes of one file before sealing. */
export const largestFile = 10 * 1024 * 1024;

/** What the officers' queue shows of a report: the topic and the beginning of what happened. At most 200 units. */
export function titleOf(topicName: string, story: Pick<Story, 'happened' | 'about'>): string {
  const beginning = `${story.about} ${story.happened}`.replace(/\s+/g, ' ').trim();
  const cut = wholeWords(beginning, 80);
  const title = cut === '' ? topicName : `${topicName}: ${cut}${cut.length < beginning.length ? '…' : ''}`;
  return title.slice(0, 200).toWellFormed();
}

/** The first words of a text, at most so many characters: Thai has no spaces to cut at, and half a word misleads. */
function wholeWords(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most).join('');
  if (typeof Intl.Segmenter === 'undefined') return cut;
  // The last word may go on behind the cut, so it is left out, unless it is all there is.
  const words = [
    ...new Intl.Segmenter('th', { granularity: 'word' }).segment(letters.slice(0, most + 20).join('')),
  ];
  const end = words.findLast(({ index, segment }) => index + segment.length <= cut.length);
  return end ? cut.slice(0, end.index + end.segment.length).trimEnd() : cut;
}

export type StoryField =
  | 'topic'
  | 'about'
  | 'centre'
  | 'place'
  | 'happened'
  | 'when'
  | 'source'
  | 'damage'
  | 'wish'
  | 'name'
  | 'contact';

const fieldsInOrder: readonly StoryField[] = [
  'topic',
  'about',
  'centre',
  'place',
  'happened',
  'when',
  'source',
  'damage',
  'wish',
  'name',
  'contact',
];

/** A story's answers in the order asked, codes as names, without those left empty. */
export function storyFields(
  story: Story,
  centres: Readonly<Record<string, string>>,
  topics: Readonly<Record<string, string>>,
): (readonly [StoryField, string])[] {
  const words = (field: StoryField): string => {
    if (field === 'topic') return topics[story.topic] ?? story.topic;
    if (field === 'centre') return story.centre === null ? '' : (centres[story.centre] ?? story.centre);
    return story[field];
  };
  return fieldsInOrder
    .map((field) => [field, words(field)] as const)
    .filter(([, text]) => text.trim() !== '');
}
