/** The citizens' side for the island: JSON in and out, sealed bytes as streams. No cookie, no address, one shape of answer. */
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import { authenticateReporter } from './authenticate-reporter.ts';
import { lookUpReport } from './look-up-report.ts';
import type { Parts } from './needs.ts';
import { makeNonce } from './nonces.ts';
import { openReport } from './open-report.ts';
import { checkProof, makeChallenge } from './proof-of-work.ts';
import { proveFiling } from './prove-filing.ts';
import { centreKey, publicCentres } from './public-centres.ts';
import { readAttachment } from './report.queries.ts';
import {
  code,
  fileId,
  largestMessage,
  lookUp,
  messageSending,
  proofOfWork,
  signedRequest,
  submission,
} from './report.schemas.ts';
import { hashOf, sendMessage } from './send-message.ts';
import { messageSubject } from './signed-request.ts';
import { storeUpload } from './store-upload.ts';
import { submitReport } from './submit-report.ts';

/** Status of every refusal; the code in the body says which, and the page says it in words. */
const statuses: Record<string, number> = {
  accepted: 200,
  repeated: 200,
  malformed: 400,
  'unknown-topic': 400,
  'no-proof': 403,
  'spent-challenge': 403,
  unknown: 404,
  'stale-nonce': 401,
  'too-large': 413,
  busy: 429,
  'wait-for-answer': 429,
  'unit-closed': 410,
  full: 507,
};
const statusOf = (code: string) => statuses[code] ?? 409;

/** Base64url of the largest message, with room for grants and keys. */
const bodyLimit = Math.ceil((largestMessage * 4) / 3) + 128 * 1024;

export function reportRoutes(parts: Parts) {
  const { ground } = parts;
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    surface.addContentTypeParser('application/octet-stream', (_request, payload, done) =>
      done(null, payload),
    );

    surface.get('/public/challenge', async () => makeChallenge(ground));
    surface.get('/public/centres.json', async () => publicCentres(parts));
    surface.get<{ Params: { code: string } }>('/public/centres/:code/key', async (request, reply) => {
      const unitCode = code.safeParse(request.params.code);
      const key = unitCode.success ? await centreKey(parts, unitCode.data) : undefined;
      return key ?? refuse(reply, 'unknown');
    });

    surface.put<{ Params: { id: string } }>('/public/uploads/:id', async (request, reply) => {
      const id = fileId.safeParse(request.params.id);
      const isStream = typeof (request.body as Readable | undefined)?.pipe === 'function';
      if (!id.success || !isStream) return refuse(reply, 'malformed');
      const proof = checkProof(ground, headerProof(request.headers['x-proof-of-work']));
      return answer(reply, await storeUpload(parts, id.data, request.body as Readable, proof));
    });

    surface.post('/public/reports', { bodyLimit }, async (request, reply) => {
      const read = submission.safeParse(request.body);
      if (!read.success) return refuse(reply, 'malformed');
      const { proof, ...sealed } = read.data;
      const { outcome, number, messageId } = await submitReport(
        parts,
        sealed,
        checkProof(ground, proof),
        'web',
      );
      if (outcome !== 'accepted' && outcome !== 'repeated') return refuse(reply, outcome);
      return {
        code: outcome,
        number,
        messageId,
        nonce: makeNonce(ground.secrets.tokenKey, sealed.id, ground.now()),
      };
    });

    surface.post('/public/follow/look-up', async (request, reply) => {
      const read = lookUp.safeParse(request.body);
      if (!read.success) return refuse(reply, 'malformed');
      const found = await lookUpReport(parts, read.data.lookup, checkProof(ground, read.data.proof));
      return found === 'busy' ? refuse(reply, 'busy') : found;
    });

    surface.post('/public/follow/open', async (request, reply) => {
      const asked = await signedBy(request.body, signedRequest, 'open');
      if ('refusal' in asked) return refuse(reply, asked.refusal);
      return (await openReport(parts, asked.data.reportId)) ?? refuse(reply, 'unknown');
    });

    surface.post('/public/follow/messages', { bodyLimit }, async (request, reply) => {
      const asked = await signedBy(request.body, messageSending, 'message', (sent) =>
        messageSubject(sent.messageId, hashOf(sent.message).toString('hex'), sent.contest),
      );
      if ('refusal' in asked) return refuse(reply, asked.refusal);
      return answer(reply, await sendMessage(parts, asked.data, 'reporter'));
    });

    surface.post('/public/follow/proof', async (request, reply) => {
      const asked = await signedBy(request.body, signedRequest, 'proof');
      if ('refusal' in asked) return refuse(reply, asked.refusal);
      const proof = await proveFiling(parts, asked.data.reportId);
      if (proof === undefined) return refuse(reply, 'unknown');
      return proof === 'pending' ? reply.code(202).send({ code: 'pending' }) : { code: 'proven', proof };
    });

    surface.post<{ Params: { id: string } }>('/public/follow/files/:id', async (request, reply) => {
      const id = fileId.safeParse(request.params.id);
      if (!id.success) return refuse(reply, 'malformed');
      const asked = await signedBy(request.body, signedRequest, 'file', () => id.data);
      if ('refusal' in asked) return refuse(reply, asked.refusal);
      const isOurs = await readAttachment(ground.databases.public, asked.data.reportId, id.data);
      const file = isOurs && (await ground.files.read(id.data));
      if (!file) return refuse(reply, 'unknown');
      return reply.type('application/octet-stream').header('content-length', file.size).send(file.content);
    });

    async function signedBy<S extends typeof signedRequest>(
      body: unknown,
      schema: S,
      act: Parameters<typeof authenticateReporter>[1],
      subjectOf: (data: z.output<S>) => string = () => '',
    ): Promise<{ data: z.output<S> } | { refusal: string }> {
      const read = schema.safeParse(body);
      if (!read.success) return { refusal: 'malformed' };
      const refusal = await authenticateReporter(parts, act, read.data, subjectOf(read.data));
      return refusal ? { refusal } : { data: read.data };
    }
  };
}

const refuse = (reply: FastifyReply, code: string) => reply.code(statusOf(code)).send({ code });
const answer = refuse;

/** The proof of an upload travels in a header, since its body is the file. */
function headerProof(header: string | string[] | undefined) {
  if (typeof header !== 'string' || header.length > 4_000) return undefined;
  try {
    return proofOfWork.safeParse(JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
