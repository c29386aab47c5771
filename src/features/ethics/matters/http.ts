/** What the pages of ethics matters ask by script: a sealed referral in, the number of the new case out. */
import type { FastifyInstance } from 'fastify';
import type { EthicsParts, Parts } from '../needs.ts';
import { statusOf } from '../outcome.ts';
import { referMatter } from './refer-matter.ts';

/** A sealed message of 2 MiB in base64url, and its grant. */
const bodyLimit = 3 * 1024 * 1024;

/** Mounted where the session has been read and whoever is not signed in was sent away. */
export function matterRoutes(parts: Parts & Pick<EthicsParts, 'cases'>) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.post('/office/ethics/referrals', { bodyLimit }, async (request, reply) => {
      const outcome = await referMatter(parts, request.signedIn!, request.body);
      return outcome.ok
        ? { code: 'done', ...outcome.value }
        : reply.code(statusOf(outcome.code)).send({ code: outcome.code });
    });
  };
}
