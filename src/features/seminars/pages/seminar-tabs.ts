/** The tabs of a seminar's pages as data, in their order: a part adds its line here. */
import type { seminarsText } from '../text.ts';

export type SeminarTab = keyof ReturnType<typeof seminarsText>['tabs'];

type Tab = {
  readonly tab: SeminarTab;
  /** Below /office/seminars/:id; empty for the overview. */
  readonly path: string;
  /** `organisers`: shown only to who organises the seminar; left out: to every officer who may see it. */
  readonly for?: 'organisers';
};

export const seminarTabs: readonly Tab[] = [
  { tab: 'overview', path: '' },
  { tab: 'project', path: '/project', for: 'organisers' },
  { tab: 'budget', path: '/budget', for: 'organisers' },
  { tab: 'programme', path: '/programme' },
  { tab: 'papers', path: '/papers', for: 'organisers' },
  { tab: 'seats', path: '/seats', for: 'organisers' },
  { tab: 'attendance', path: '/attendance', for: 'organisers' },
  { tab: 'tests', path: '/tests', for: 'organisers' },
  { tab: 'evaluation', path: '/evaluation', for: 'organisers' },
  { tab: 'materials', path: '/materials' },
  { tab: 'certificates', path: '/certificates', for: 'organisers' },
];

export const tabsFor = (canOrganise: boolean) =>
  seminarTabs.filter((tab) => tab.for === undefined || canOrganise);
