/** What devices at the door ask of the server. Nothing of a person is in an address, so nothing of one is in the log. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { enrolDevice, type KnownDevice, knowDevice, listForDevice } from './device-door.ts';
import type { Parts } from './organised.ts';
import { manifest, manifestIcon } from './scan-manifest.ts';
import { scanUpload, takeScans } from './take-scans.ts';

const enrolment = z.object({
  device: z.uuid(),
  mark: z.string().max(40),
  /** 32 random bytes that the device made for itself. */
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

const statuses = {
  malformed: 400,
  unknown: 401,
  revoked: 401,
  used: 409,
  expired: 410,
  'not-found': 404,
} as const;
const refuse = (reply: FastifyReply, code: keyof typeof statuses) =>
  reply.code(statuses[code]).send({ code });

export function scanRoutes(parts: Parts) {
  /** The device that asks, or the answer that refuses it. */
  const known = async (request: FastifyRequest, reply: FastifyReply): Promise<KnownDevice | undefined> => {
    const device = await knowDevice(parts, request.headers.authorization);
    if (device !== undefined && device !== 'revoked') return device;
    await refuse(reply, device ?? 'unknown');
    return undefined;
  };
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    });

    surface.post('/scan/enrol', async (request, reply) => {
      const read = enrolment.safeParse(request.body);
      if (!read.success) return refuse(reply, 'malformed');
      const outcome = await enrolDevice(parts, read.data);
      return outcome.ok ? { key: outcome.key } : refuse(reply, outcome.code);
    });

    surface.get('/scan/list', async (request, reply) => {
      const device = await known(request, reply);
      if (!device) return reply;
      const found = await listForDevice(parts, device);
      if (!found) return refuse(reply, 'not-found');
      reply.header('etag', found.tag);
      return request.headers['if-none-match'] === found.tag ? reply.code(304).send() : found.signed;
    });

    surface.post('/scan/scans', { bodyLimit: 256 * 1024 }, async (request, reply) => {
      const device = await known(request, reply);
      if (!device) return reply;
      const read = scanUpload.safeParse(request.body);
      if (!read.success) return refuse(reply, 'malformed');
      return { taken: await takeScans(parts, device, read.data.scans) };
    });

    surface.get('/scan/manifest.webmanifest', async (_request, reply) =>
      reply.type('application/manifest+json').send(JSON.stringify(manifest)),
    );
    surface.get('/scan/icon.svg', async (_request, reply) => reply.type('image/svg+xml').send(manifestIcon));
  };
}
