/** The name of a person of a case as the reader of the page should see it. */
import type { Locale } from '#platform/text/messages.ts';
import type { CaseView } from '../case-view.ts';
import type { CasesText } from '../text.ts';

export function personName(
  view: Pick<CaseView, 'people' | 'self' | 'matter'>,
  id: string | undefined,
  locale: Locale,
  text: CasesText,
): string {
  if (id === view.self) return text.self;
  const person =
    view.people.find((one) => one.id === id) ?? view.matter?.colleagues.find((one) => one.id === id);
  if (!person) return text.someone;
  return locale === 'en' ? (person.nameEn ?? person.nameTh) : person.nameTh;
}
