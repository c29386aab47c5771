/** What of certificates is no page: papers, the credential, the DID document, the list of revocations. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { isUuid } from '../attendance/attendance.ts';
import { selectBatch, selectRevokedPlaces } from './certificate.queries.ts';
import { makeStatusList } from './credential.ts';
import { credentialKey, didDocument } from './credential-key.ts';
import type { Certificates } from './index.ts';
import { drawOne } from './paper.ts';
import { recordOf } from './record.ts';
import { listBits } from './status-list.ts';

const missing = (reply: FastifyReply) =>
  reply.code(404).header('cache-control', 'no-store').send({ code: 'not-found' });
const pdf = (reply: FastifyReply, name: string) =>
  reply.type('application/pdf').header('content-disposition', `attachment; filename="${name}"`);

/** For anybody: no account, no script, nothing that lists certificates. */
export function publicCertificateRoutes(ground: Ground, certificates: Certificates) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('onRequest', async (_request, reply) => {
      reply.header('x-robots-tag', 'noindex');
    });
    surface.get('/.well-known/did.json', async (_request, reply) =>
      reply
        .type('application/did+json')
        .header('cache-control', 'public, max-age=3600')
        .send(JSON.stringify(await didDocument(ground))),
    );
    surface.get<{ Params: { list: string } }>('/certificates/status/:list', async (request, reply) => {
      const list = Number(request.params.list);
      if (!/^\d{1,4}$/.test(request.params.list)) return missing(reply);
      const from = list * listBits;
      const places = await selectRevokedPlaces(ground.databases.public, from, from + listBits - 1);
      const at = ground.now();
      const signed = await makeStatusList(await credentialKey(ground), ground.publicUrl, {
        list,
        places,
        at,
      });
      return reply.type('application/vc+jwt').header('cache-control', 'public, max-age=60').send(signed);
    });
    surface.get<{ Params: { code: string } }>('/certificates/:code/record.json', async (request, reply) => {
      const checked = await certificates.check(request.params.code);
      if (!checked?.found) return missing(reply);
      return reply
        .header('cache-control', 'no-store')
        .send(recordOf(checked.code, checked.found, ground.publicUrl));
    });
    surface.get<{ Params: { code: string } }>(
      '/certificates/:code/credential.jwt',
      async (request, reply) => {
        const checked = await certificates.check(request.params.code);
        if (!checked?.found) return missing(reply);
        return reply
          .type('application/vc+jwt')
          .header('cache-control', 'no-store')
          .header('content-disposition', 'attachment; filename="credential.jwt"')
          .send(checked.found.credential);
      },
    );
    surface.get<{ Params: { token: string; id: string } }>(
      '/seat/:token/certificates/:id/certificate.pdf',
      async (request, reply) => {
        const own = await certificates.ofSeat(request.params.token);
        const found = own?.find(({ id, revokedAt }) => id === request.params.id && !revokedAt);
        if (!found) return missing(reply);
        reply.header('cache-control', 'no-store');
        return pdf(reply, 'certificate.pdf').send(Buffer.from(await drawOne(found, ground.publicUrl)));
      },
    );
  };
}

/** Below /office, where the session has been read. */
export function officeCertificateRoutes(ground: Ground, certificates: Certificates) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.get<{ Params: { certificate: string } }>(
      '/office/certificates/:certificate/certificate.pdf',
      async (request, reply) => {
        const one = await certificates.one(request.signedIn!, request.params.certificate);
        if (!one || one.certificate.revokedAt) return missing(reply);
        return pdf(reply, 'certificate.pdf').send(
          Buffer.from(await drawOne(one.certificate, ground.publicUrl)),
        );
      },
    );
    surface.get<{ Params: { batch: string } }>(
      '/office/certificates/batches/:batch/certificates.pdf',
      async (request, reply) => {
        const { batch: id } = request.params;
        if (!isUuid(id)) return missing(reply);
        const batch = await actingAs(ground.databases.officer, request.signedIn!.actor, (trx) =>
          selectBatch(trx, id),
        );
        const file = batch?.fileId && (await ground.files.read(batch.fileId));
        if (!file) return missing(reply);
        return pdf(reply, 'certificates.pdf').header('content-length', file.size).send(file.content);
      },
    );
  };
}
