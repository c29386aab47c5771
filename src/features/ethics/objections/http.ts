/** What the page of objections asks by script: sealed records in, proofs and receipts out. Nothing of them in clear. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { type Outcome, statusOf } from '../outcome.ts';
import { objectionPaper } from './objection-paper.ts';
import { proveObjection } from './read-objections.ts';
import { recordObjection, shareObjection } from './record-objection.ts';

/** Two sealed texts of 2.2 MiB in base64url. */
const bodyLimit = 7 * 1024 * 1024;
const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const localeOf = (lang: string | undefined): Locale => (lang === 'en' ? 'en' : 'th');

/** Mounted where the session has been read and whoever is not signed in was sent away. */
export function objectionRoutes(parts: Parts) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.post('/office/objections/records', { bodyLimit }, async (request, reply) =>
      answer(reply, await recordObjection(parts, request.signedIn!, request.body)),
    );
    surface.post('/office/objections/shares', { bodyLimit }, async (request, reply) =>
      answer(reply, await shareObjection(parts, request.signedIn!, request.body)),
    );
    surface.get<{ Params: { id: string } }>('/office/objections/:id/proof', async (request, reply) => {
      const { id } = request.params;
      const proof = isUuid(id) ? await proveObjection(parts, request.signedIn!, id) : undefined;
      if (proof === undefined) return reply.code(404).send({ code: 'not-found' });
      return proof === 'pending'
        ? reply.code(202).send({ code: 'pending' })
        : { code: 'proven', proof: proof.text };
    });
    surface.get<{ Params: { id: string }; Querystring: { lang?: string } }>(
      '/office/objections/:id/receipt.pdf',
      async (request, reply) => {
        const { id } = request.params;
        const paper = isUuid(id)
          ? await objectionPaper(parts, request.signedIn!, id, localeOf(request.query.lang))
          : undefined;
        if (paper === undefined) return reply.code(404).send({ code: 'not-found' });
        if (paper === 'pending') return reply.code(202).send({ code: 'pending' });
        return reply
          .type('application/pdf')
          .header('content-disposition', `attachment; filename="objection-${id.slice(0, 8)}.pdf"`)
          .send(Buffer.from(paper));
      },
    );
  };
}

const answer = (reply: FastifyReply, outcome: Outcome<{ id: string }>) =>
  outcome.ok
    ? { code: 'done', ...outcome.value }
    : reply.code(statusOf(outcome.code)).send({ code: outcome.code });
