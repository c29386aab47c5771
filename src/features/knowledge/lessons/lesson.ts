/** The words of forms of corruption and of lessons from closed matters. */

export type Typology = {
  readonly code: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | undefined;
  readonly title: string;
  readonly how: string;
  readonly signs: readonly string[];
  readonly weak: readonly string[];
  readonly helped: readonly string[];
  readonly offences: readonly string[];
  readonly topics: readonly string[];
  readonly status: 'confirmed' | 'unconfirmed';
};

/** What the second person confirms, one by one; all of them before a lesson is published. */
export const checklist = ['no-names', 'no-places', 'no-dates', 'no-numbers', 'matter-closed'] as const;
export type Check = (typeof checklist)[number];

export const audiences = ['officers', 'public'] as const;
export type Audience = (typeof audiences)[number];
export type LessonState = 'submitted' | 'returned' | 'published' | 'withdrawn';

/** What an author hands in. `id` is chosen by the sender's page, so that a repeat is known. */
export type NewLesson = {
  readonly id: string;
  readonly topic: string;
  readonly typology?: string | undefined;
  readonly title: string;
  readonly happened: string;
  readonly signs: string;
  readonly weak: string;
  readonly helped: string;
};
export type LessonField = keyof NewLesson;
export const lessonTexts = ['title', 'happened', 'signs', 'weak', 'helped'] as const;

export type LessonCard = {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly state: LessonState;
  readonly audience: Audience;
};
export type PublicLesson = Pick<
  NewLesson,
  'id' | 'title' | 'topic' | 'happened' | 'signs' | 'weak' | 'helped'
> & {
  readonly typology: string | undefined;
};
export type Lesson = PublicLesson &
  LessonCard & {
    readonly unitId: number;
    readonly authorId: string;
    readonly returnNote: string | undefined;
    readonly revision: number;
  };
