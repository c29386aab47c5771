/** For tests only: forms posted as a browser posts them, by an officer or by whoever has a link. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sessionCookieName } from '#features/network/session.ts';
import type { TestOfficer } from '#features/network/testing/office.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export function postForm(
  server: FastifyInstance,
  officer: Pick<TestOfficer, 'cookie'> | undefined,
  url: string,
  fields: Fields,
): Promise<LightMyRequestResponse> {
  const payload = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) payload.append(name, one);
  return server.inject({
    method: 'POST',
    url,
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...(officer ? { cookie: `${sessionCookieName}=${officer.cookie}` } : {}),
    },
    payload: payload.toString(),
  });
}

/** A multipart form with one file. */
export function postFile(
  server: FastifyInstance,
  officer: Pick<TestOfficer, 'cookie'>,
  url: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<LightMyRequestResponse> {
  const boundary = '----test';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="intent"\r\n\r\nfile\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return server.inject({
    method: 'POST',
    url,
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: `${sessionCookieName}=${officer.cookie}`,
    },
    payload: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}
