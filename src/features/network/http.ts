/**
 * The officers' JSON routes of the network, below /office/api. Each reads: limit, authenticate, validate, then the use case
 * (transact, authorize, act, record) and what it returns.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ZodError, type z } from 'zod';
import type { Ground } from '#platform/ground.ts';
import { describeDevice } from './device.ts';
import { bodies, pathCode } from './http.schemas.ts';
import type { SignedIn } from './network.ts';
import type { Office } from './office.ts';
import { isRefused, refuse } from './refusal.ts';
import { sessionCookieLine } from './session.ts';

const api = '/office/api';
const bodyLimit = 1024 * 1024;

export function networkRoutes({ ground, network }: { ground: Ground; network: { office: Office } }) {
  const { office } = network;
  return async (routes: FastifyInstance) => {
    routes.setErrorHandler((error: Error, _request, reply) => {
      if (isRefused(error)) return reply.code(error.statusCode).send({ code: error.code, ...error.facts });
      if (error instanceof ZodError) return reply.code(400).send({ code: 'bad-request' });
      throw error;
    });

    /** A route for everybody, signed in or not. */
    const open = <S extends z.ZodType>(
      path: string,
      schema: S,
      answer: (body: z.output<S>, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
    ) =>
      routes.post(api + path, { bodyLimit }, async (request, reply) => {
        const body = schema.parse(request.body ?? {});
        return (await answer(body, request, reply)) ?? { ok: true };
      });

    /** A route for whoever is signed in; what she may do is asked inside, of the policies. */
    const own = <S extends z.ZodType>(
      path: string,
      schema: S,
      answer: (
        signedIn: SignedIn,
        body: z.output<S>,
        request: FastifyRequest,
        reply: FastifyReply,
      ) => Promise<unknown>,
    ) =>
      routes.post(api + path, { bodyLimit }, async (request, reply) => {
        const signedIn = request.signedIn ?? refuse('not-signed-in');
        const body = schema.parse(request.body ?? {});
        return (await answer(signedIn, body, request, reply)) ?? { ok: true };
      });

    const read = (path: string, answer: (signedIn: SignedIn, request: FastifyRequest) => Promise<unknown>) =>
      routes.get(api + path, async (request) => answer(request.signedIn ?? refuse('not-signed-in'), request));

    const admit = (reply: FastifyReply, cookie: string | undefined) =>
      void reply.header('set-cookie', sessionCookieLine(ground.publicUrl, cookie));
    const deviceOf = (request: FastifyRequest) => describeDevice(request.headers['user-agent']);
    const codeIn = (request: FastifyRequest) => pathCode.parse((request.params as { code?: string }).code);

    routes.get(`${api}/me`, async (request) => ({ signedIn: request.signedIn !== undefined }));
    open('/language', bodies.language, async ({ locale }, request, reply) => {
      if (request.signedIn) await office.setLanguage(request.signedIn, locale);
      reply.header('set-cookie', `lang=${locale}; Path=/office; SameSite=Strict; Max-Age=31536000`);
    });

    open('/sign-in/passkey/options', bodies.nothing, async () => office.beginPasskeySignIn());
    open('/sign-in/passkey', bodies.passkeyAnswer, async (body, request, reply) => {
      await leave(request);
      admit(reply, await office.signInWithPasskey(body, deviceOf(request)));
    });
    open('/sign-in/password', bodies.passwordAnswer, async (body, request, reply) => {
      await leave(request);
      admit(reply, await office.signInWithPassword(body, deviceOf(request)));
    });
    open('/sign-out', bodies.nothing, async (_body, request, reply) => {
      await leave(request);
      admit(reply, undefined);
    });
    own('/confirm/options', bodies.nothing, async (signedIn) => office.beginPasskeySignIn(signedIn));
    own('/confirm', bodies.confirmation, async (signedIn, body, _request, reply) =>
      admit(reply, await office.confirmPresence(signedIn, body)),
    );

    open('/join/passkey/options', bodies.joinPasskeyOptions, async ({ token, ...who }) =>
      office.beginPasskeyJoin(token, who),
    );
    open('/join/passkey', bodies.joinPasskey, async ({ token, newcomer, ...answer }, request, reply) =>
      admit(reply, await office.joinWithPasskey(token, answer, newcomer, deviceOf(request))),
    );
    open('/join/password/options', bodies.joinPasswordOptions, async ({ token, email }) =>
      office.beginPasswordJoin(token, { email }),
    );
    open('/join/password', bodies.joinPassword, async ({ token, newcomer, ...answer }, request, reply) =>
      admit(reply, await office.joinWithPassword(token, answer, newcomer, deviceOf(request))),
    );

    own('/own/passkey/options', bodies.nothing, async (signedIn) => office.beginOwnPasskey(signedIn));
    own('/own/passkey', bodies.ownPasskey, async (signedIn, body) => office.addOwnPasskey(signedIn, body));
    own('/own/passkey/remove', bodies.ownPasskeyName, async (signedIn, { id }) =>
      office.removeOwnPasskey(signedIn, id),
    );
    own('/own/session/end', bodies.ownSession, async (signedIn, { publicId }) =>
      office.endOwnSession(signedIn, publicId),
    );

    read('/vault', async (signedIn) => office.readVaultFacts(signedIn));
    own('/keys', bodies.keys, async (signedIn, body) => office.enrolKeys(signedIn, body));
    own('/keys/wrap', bodies.wrap, async (signedIn, body) => office.addWrap(signedIn, body));
    own('/keys/retire', bodies.nothing, async (signedIn) => office.retireKeys(signedIn));
    read('/centres/:code/keys', async (signedIn, request) =>
      office.readCentreKeys(signedIn, codeIn(request)),
    );
    own('/centres/:code/epochs', bodies.epoch, async (signedIn, body, request) =>
      office.publishEpoch(signedIn, { unitCode: codeIn(request), ...body }),
    );
    own('/centres/:code/grants', bodies.grants, async (signedIn, body, request) =>
      office.giveGrants(signedIn, { unitCode: codeIn(request), ...body }),
    );

    own('/invitations', bodies.invitation, async (signedIn, body) => ({
      link: await office.invite(signedIn, body),
    }));
    own('/invitations/revoke', bodies.invitationName, async (signedIn, { id }) =>
      office.revokeInvitation(signedIn, id),
    );
    own('/invitations/resend', bodies.invitationAgain, async (signedIn, body) => ({
      link: await office.resendInvitation(signedIn, body),
    }));
    own('/people/renew', bodies.renewal, async (signedIn, body) => ({
      link: await office.renewSignIn(signedIn, body),
    }));
    own('/people/account', bodies.account, async (signedIn, body) => office.setAccountOpen(signedIn, body));
    own('/people/end-sessions', bodies.person, async (signedIn, body) =>
      office.endSessionsOf(signedIn, body),
    );
    own('/appointments', bodies.appointment, async (signedIn, body) => office.appoint(signedIn, body));
    own('/appointments/end', bodies.invitationName, async (signedIn, { id }) => ({
      keyIsDue: await office.endAppointment(signedIn, id),
    }));
    own('/centres', bodies.newCentre, async (signedIn, body) => office.addCentre(signedIn, body));
    own('/centres/:code', bodies.centre, async (signedIn, body, request) =>
      office.changeCentre(signedIn, codeIn(request), body),
    );

    /** Whoever signs in or out ends the session she came with. */
    async function leave({ signedIn }: FastifyRequest): Promise<void> {
      if (signedIn) await office.endOwnSession(signedIn, signedIn.session.publicId);
    }
  };
}
