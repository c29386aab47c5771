/** Switches the officers' pages to the other language. */
import type { Locale } from '#platform/text/messages.ts';
import { tell } from '../browser/ask.ts';
import { networkText } from '../text.ts';

export function LanguageButton({ locale }: { readonly locale: Locale }) {
  const other: Locale = locale === 'th' ? 'en' : 'th';
  const change = async () => {
    await tell('/office/api/language', { locale: other });
    location.reload();
  };
  return (
    <button type="button" className="plain" lang={other} onClick={() => void change()}>
      {networkText(locale).nav.otherLanguage}
    </button>
  );
}
