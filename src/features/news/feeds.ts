/** The announcements as Atom (RFC 4287) and RSS 2.0, so that ministries' pages and readers can follow them. */
import type { Locale } from '#platform/text/messages.ts';
import type { NewsCard } from './news.ts';
import { newsText } from './text.ts';

export type FeedEntry = NewsCard & {
  readonly updatedAt: Date;
  readonly enclosure: { readonly type: string; readonly size: number } | undefined;
};
export type Feed = {
  readonly locale: Locale;
  readonly origin: string;
  readonly entries: readonly FeedEntry[];
};

const pathOf = (locale: Locale, path: string) => (locale === 'en' ? `/en${path}` : path);

/** `updated` is that of the newest entry, so that an unchanged feed has an unchanged text. */
export function atomFeed({ locale, origin, entries }: Feed): string {
  const text = newsText(locale);
  const at = (path: string) => origin + pathOf(locale, path);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    element('id', at('/news')),
    element('title', text.feed.title),
    element('subtitle', text.feed.about),
    element('updated', newest(entries).toISOString()),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(at('/news/feed.xml'))}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(at('/news'))}"/>`,
    ...entries.map((entry) =>
      [
        `<entry xml:lang="${entry.language}">`,
        element('id', `urn:uuid:${entry.id}`),
        element('title', entry.title),
        element('published', entry.publishedAt.toISOString()),
        element('updated', entry.updatedAt.toISOString()),
        `<author>${element('name', entry.unitName)}</author>`,
        `<category term="${entry.category}" label="${escapeXml(text.categories[entry.category])}"/>`,
        `<link rel="alternate" type="text/html" href="${escapeXml(at(`/news/${entry.slug}`))}"/>`,
        ...(entry.picture && entry.enclosure
          ? [
              `<link rel="enclosure" type="${entry.enclosure.type}" length="${entry.enclosure.size}" href="${escapeXml(pictureAddress(origin, entry.picture.id))}"/>`,
            ]
          : []),
        element('summary', entry.summary),
        '</entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n');
}

export function rssFeed({ locale, origin, entries }: Feed): string {
  const text = newsText(locale);
  const at = (path: string) => origin + pathOf(locale, path);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', text.feed.title),
    element('link', at('/news')),
    element('description', text.feed.about),
    element('language', locale),
    element('lastBuildDate', newest(entries).toUTCString()),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(at('/news/rss.xml'))}"/>`,
    ...entries.map((entry) =>
      [
        '<item>',
        element('title', entry.title),
        element('link', at(`/news/${entry.slug}`)),
        `<guid isPermaLink="false">urn:uuid:${entry.id}</guid>`,
        element('pubDate', entry.publishedAt.toUTCString()),
        element('dc:creator', entry.unitName),
        element('category', text.categories[entry.category]),
        element('description', entry.summary),
        ...(entry.picture && entry.enclosure
          ? [
              `<enclosure url="${escapeXml(pictureAddress(origin, entry.picture.id))}" length="${entry.enclosure.size}" type="${entry.enclosure.type}"/>`,
            ]
          : []),
        '</item>',
      ].join('\n'),
    ),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

const pictureAddress = (origin: string, id: string) => `${origin}/news/pictures/${id}`;
const newest = (entries: readonly FeedEntry[]) =>
  new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime())));
const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** XML 1.0 has no place for control characters and unpaired surrogates: they are left out. */
const escapeXml = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => signs[sign]!);
