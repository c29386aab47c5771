/** For tests only: a browser without script, which knows forms and nothing else. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

export type FormField = string | { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** A multipart body as browsers write it. */
export function multipart(fields: readonly (readonly [string, FormField])[]): {
  payload: Buffer;
  headers: { 'content-type': string; 'content-length': string; origin: string };
} {
  const boundary = `----test${randomBytes(12).toString('hex')}`;
  const parts: Buffer[] = [];
  for (const [name, value] of fields) {
    const isText = typeof value === 'string';
    const file = isText ? '' : `; filename="${value.name}"\r\nContent-Type: ${value.type}`;
    parts.push(
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
      Buffer.from(isText ? value : value.bytes),
      Buffer.from('\r\n'),
    );
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  const payload = Buffer.concat(parts);
  return {
    payload,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(payload.length),
      // What browsers say under `referrer-policy: no-referrer`.
      origin: 'null',
    },
  };
}

export const postForm = (
  server: FastifyInstance,
  url: string,
  fields: readonly (readonly [string, FormField])[],
) => server.inject({ method: 'POST', url, ...multipart(fields) });

/** The value of a hidden field of a page. */
export function hidden(page: string, name: string): string {
  const found =
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page) ??
    new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(page);
  if (!found) throw new Error(`no hidden field ${name}`);
  return found[1]!;
}

/** What a reader sees of a page, without tags. */
export const readable = (page: string): string =>
  page
    .replace(/<(?:script|template|noscript)[\s\S]*?<\/(?:script|template|noscript)>/g, ' ')
    .replace(/<\/?(?:span|wbr)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ');

/** The 24 digits that a receipt page shows. */
export const digitsOn = (page: string): string =>
  /(?:\d{4} ){5}\d{4}/.exec(readable(page).replace(/\s+/g, ' '))![0];
