/** The menu shows an officer what she has use for, and nothing else. */
import { expect, test } from 'vitest';
import { type NavFacts, navFor } from './pages/office-nav.ts';

const nobody: NavFacts = {
  handlesMatter: false,
  administers: false,
  administersNetwork: false,
  leads: false,
  editsNews: false,
  keepsLaws: false,
};
const places = (facts: NavFacts) => navFor(facts).flatMap((group) => group.places.map(({ to }) => to));

test('an administrator reads no matter, so the queue and the keys are not offered', () => {
  const shown = places({ ...nobody, administers: true });
  expect(shown).toContain('/office/centres');
  expect(shown).not.toContain('/office/work');
  expect(shown).not.toContain('/office/keys');
});

test('a group without a place for her is left out', () => {
  expect(navFor(nobody).map(({ word }) => word)).not.toContain('work');
  expect(navFor({ ...nobody, handlesMatter: true }).map(({ word }) => word)).toContain('work');
});

test('who leads and administers finds the people once', () => {
  const shown = places({ ...nobody, leads: true, administers: true });
  expect(shown.filter((to) => to === '/office/people')).toHaveLength(1);
});
