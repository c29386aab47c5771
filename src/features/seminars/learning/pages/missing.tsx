/** Instead of a participant's page, when the link was not made here. */
import { Heading } from '#interface/heading.tsx';
import { PublicFrame } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { learningText } from '../text.ts';

export function MissingSeat({ locale }: { readonly locale: Locale }) {
  const text = learningText(locale);
  return (
    <PublicFrame locale={locale} path="/" narrow>
      <Heading>{text.missing}</Heading>
      <p>{text.missingBody}</p>
    </PublicFrame>
  );
}
