/** Files of materials: taken in as they are from organisers, handed out in parts to whoever may see them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Network } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import { mostBytes } from './material.ts';
import { rangeOf } from './material-rules.ts';
import { type FileOf, officeFile, publicFile, seatFile } from './read-materials.ts';
import { type Uploaded, uploadFile } from './upload-file.ts';

const statusOf: Record<Uploaded, number> = {
  stored: 200,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many-waiting': 429,
  'seminar-full': 507,
};

type Office = { Params: { id: string; material: string } };

/** Below /office, where the session has been read. */
export function officeMaterialRoutes(ground: Ground, network: Network) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('onRequest', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.get<Office>('/office/seminars/:id/materials/:material/file', async (request, reply) => {
      const { id: seminarId, material: id } = request.params;
      return sendFile(ground, request, reply, await officeFile(ground, request.signedIn!, { seminarId, id }));
    });
    surface.register(async (uploads) => {
      uploads.removeAllContentTypeParsers();
      uploads.addContentTypeParser('application/octet-stream', (_request, payload, done) =>
        done(null, payload),
      );
      uploads.put<Office>(
        '/office/seminars/:id/materials/:material/file',
        { bodyLimit: mostBytes + 1024 },
        async (request, reply) => {
          const { id: seminarId, material: id } = request.params;
          const stored = await uploadFile(
            { ground, network },
            request.signedIn!,
            { seminarId, id, size: Number(request.headers['content-length'] ?? mostBytes) },
            request.raw,
          );
          return reply.code(statusOf[stored]).send({ code: stored });
        },
      );
    });
  };
}

type Seat = { Params: { token: string; material: string } };
type Public = { Params: { slug: string; material: string } };

/** For participants by their link, and for anybody. */
export function publicMaterialRoutes(ground: Ground) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.get<Seat>('/seat/:token/materials/:material/file', async (request, reply) => {
      reply.headers({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
      const { token, material } = request.params;
      return sendFile(ground, request, reply, await seatFile(ground, token, material));
    });
    surface.get<Public>('/seminars/:slug/materials/:material/file', async (request, reply) => {
      const { slug, material } = request.params;
      return sendFile(ground, request, reply, await publicFile(ground, slug, material));
    });
  };
}

/** As a download, in parts when asked: a recording goes on where the connection broke. */
async function sendFile(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  file: FileOf | undefined,
): Promise<FastifyReply> {
  const missing = () => reply.code(404).header('cache-control', 'no-store').send({ code: 'not-found' });
  if (!file?.fileId) return missing();
  const whole = await ground.files.read(file.fileId);
  if (!whole) return missing();
  const range = rangeOf(request.headers.range, whole.size);
  reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('accept-ranges', 'bytes')
    .header('content-disposition', disposition(file.fileName ?? 'file'))
    .type(file.mediaType ?? 'application/octet-stream');
  if (range === undefined) return reply.header('content-length', whole.size).send(whole.content);
  whole.content.destroy();
  if (range === 'outside') return reply.code(416).header('content-range', `bytes */${whole.size}`).send();
  const part = await ground.files.read(file.fileId, range);
  if (!part) return missing();
  return reply
    .code(206)
    .header('content-range', `bytes ${range.first}-${range.last}/${whole.size}`)
    .header('content-length', range.last - range.first + 1)
    .send(part.content);
}

/** The name in full for browsers that read RFC 8187, and one without Thai for the others. */
const disposition = (name: string) =>
  `attachment; filename="${name.replace(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;
