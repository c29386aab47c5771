/** A mail to a participant: Thai first, English below, because we do not know which language its reader prefers. */
import { createHash } from 'node:crypto';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { NewMail } from '#platform/mail/index.ts';
import { type Locale, locales } from '#platform/text/messages.ts';
import { seatToken } from '../../seat-link.ts';
import { seatMailText } from './text.ts';

export type Addressee = {
  readonly id: string;
  readonly prefixTh: string;
  readonly nameTh: string;
  readonly email: string;
};
export type MailedSeminar = {
  readonly slug: string;
  readonly titleTh: string;
  readonly titleEn: string | undefined;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly venueTh: string;
  readonly venueEn: string;
};
type Words = ReturnType<typeof seatMailText>;

type Letter = {
  readonly id: string;
  readonly kind: string;
  readonly to: Addressee;
  readonly seminar: MailedSeminar;
  readonly tokenKey: Buffer;
  readonly publicUrl: URL;
  /** What happened, in a few words for the subject, and in a sentence. */
  readonly what: (words: Words, locale: Locale) => { readonly subject: string; readonly body: string };
  /** Whether the seat's page still serves the reader. */
  readonly withLinks: boolean;
};

export function writeMail(letter: Letter): NewMail {
  const { to, seminar, publicUrl, what } = letter;
  const token = seatToken(letter.tokenKey, to.id);
  const parts = locales.map((locale) => {
    const words = seatMailText(locale);
    const before = locale === 'en' ? '/en' : '';
    const at = (path: string) => new URL(`${before}${path}`, publicUrl).href;
    const day = (date: string) => formatDate(asCivilDate(date), locale);
    const when = [...new Set([seminar.startsOn, seminar.endsOn])].map(day).join(' – ');
    const title = (locale === 'en' && seminar.titleEn) || seminar.titleTh;
    const venue = (locale === 'en' && seminar.venueEn) || seminar.venueTh;
    return [
      words.dear(`${to.prefixTh}${to.nameTh}`),
      words.about(title, when, venue),
      what(words, locale).body,
      ...(letter.withLinks
        ? [
            words.seat(at(`/seat/${token}`)),
            words.calendar(at(`/seminars/${seminar.slug}.ics`)),
            words.ownLink,
          ]
        : []),
    ].join('\n\n');
  });
  const thai = seatMailText('th');
  return {
    id: letter.id,
    to: to.email,
    subject: thai.subject(what(thai, 'th').subject, seminar.titleTh),
    text: parts.join('\n\n————————\n\n'),
    kind: letter.kind,
    about: to.id,
  };
}

/** A UUID (version 8, RFC 9562) out of what is told to whom, so that telling twice is telling once. */
export function tellingId(about: string): string {
  const hex = createHash('sha256').update(`seat ${about}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
