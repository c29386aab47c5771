/** The officers' menu as data: every place of it, in groups, and who has use for it. A feature adds its line here. */
import type { frameText } from '#interface/text.ts';

/** What the frame knows of the officer. */
export type NavFacts = {
  readonly handlesMatter: boolean;
  readonly administers: boolean;
  /** At its top: the installation itself. */
  readonly administersNetwork: boolean;
  readonly leads: boolean;
  readonly editsNews: boolean;
  readonly keepsLaws: boolean;
};

type Words = ReturnType<typeof frameText>['officeNav'];
type Place = { readonly to: string; readonly word: keyof Words['places']; readonly when?: keyof NavFacts };
type Group = { readonly word: keyof Words['groups']; readonly places: readonly Place[] };

export const officeNav: readonly Group[] = [
  {
    word: 'work',
    places: [
      { to: '/office/work', word: 'work', when: 'handlesMatter' },
      { to: '/office/search', word: 'search', when: 'handlesMatter' },
      { to: '/office/keys', word: 'keys', when: 'handlesMatter' },
    ],
  },
  {
    word: 'seminars',
    places: [
      { to: '/office/seminars', word: 'seminars' },
      { to: '/office/nominations', word: 'nominations' },
      { to: '/office/question-bank', word: 'questionBank' },
      { to: '/office/learning', word: 'learning' },
      { to: '/office/competence', word: 'competence' },
    ],
  },
  {
    word: 'ethics',
    places: [
      { to: '/office/pledge', word: 'pledge' },
      { to: '/office/codes', word: 'codes' },
      { to: '/office/moral', word: 'moral' },
      { to: '/office/honours', word: 'honours' },
      { to: '/office/gifts', word: 'gifts' },
      { to: '/office/conflicts', word: 'conflicts' },
      { to: '/office/no-gift', word: 'noGift' },
      { to: '/office/ethics', word: 'ethicsDesk' },
      { to: '/office/objections', word: 'objections' },
    ],
  },
  {
    word: 'prevention',
    places: [
      { to: '/office/calendar', word: 'calendar' },
      { to: '/office/plans', word: 'plans' },
      { to: '/office/risks', word: 'risks' },
      { to: '/office/disclosure', word: 'disclosure' },
      { to: '/office/typologies', word: 'typologies' },
      { to: '/office/survey', word: 'survey' },
    ],
  },
  {
    word: 'knowledge',
    places: [
      { to: '/office/circulars', word: 'circulars' },
      { to: '/office/lessons', word: 'lessons' },
      { to: '/office/questions', word: 'questions' },
      { to: '/office/laws', word: 'laws', when: 'keepsLaws' },
      { to: '/office/news', word: 'news', when: 'editsNews' },
    ],
  },
  {
    word: 'centre',
    places: [
      { to: '/office/people', word: 'people', when: 'leads' },
      { to: '/office/people', word: 'people', when: 'administers' },
      { to: '/office/centres', word: 'centres', when: 'administers' },
      { to: '/office/settings/clocks', word: 'clocks', when: 'administers' },
      { to: '/office/settings/mail', word: 'mail', when: 'administersNetwork' },
      { to: '/office/settings/jobs', word: 'jobs', when: 'administersNetwork' },
    ],
  },
];

export type ShownGroup = {
  readonly word: Group['word'];
  readonly places: readonly { readonly to: string; readonly word: Place['word'] }[];
};

/** The groups that hold something for this officer; a place that two rules grant stands once. */
export function navFor(facts: NavFacts, groups: readonly Group[] = officeNav): readonly ShownGroup[] {
  return groups
    .map(({ word, places }) => ({
      word,
      places: [
        ...new Map(
          places
            .filter(({ when }) => when === undefined || facts[when])
            .map(({ to, word }) => [to, { to, word }] as const),
        ).values(),
      ],
    }))
    .filter(({ places }) => places.length > 0);
}
