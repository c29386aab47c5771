/** What of attendance is no page: sign-in sheets, badges, the workbook. Below /office, where the session has been read. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { readFilter } from './board-filter.ts';
import type { Attendance } from './index.ts';
import { boardWorkbook, nameBadges, signInSheet } from './papers.ts';
import type { Board } from './view-attendance.ts';

type Asked = { Params: { id: string }; Querystring: Record<string, string> };
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function officeAttendanceRoutes(ground: Ground, attendance: Attendance) {
  const open = async (
    request: FastifyRequest<Asked>,
  ): Promise<{ board: Board | undefined; locale: Locale; query: URLSearchParams }> => {
    const query = new URLSearchParams(request.query);
    const locale = query.get('lang') === 'en' ? 'en' : 'th';
    const session = query.get('session') ?? undefined;
    const board = await attendance.board(request.signedIn!, request.params.id, { session, locale });
    return { board, locale, query };
  };
  const missing = (reply: FastifyReply) => reply.code(404).send({ code: 'not-found' });
  const file = (reply: FastifyReply, type: string, name: string) =>
    reply.type(type).header('content-disposition', `attachment; filename="${name}"`);

  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.get<Asked>('/office/seminars/:id/attendance/sign-in.pdf', async (request, reply) => {
      const { board, locale } = await open(request);
      if (!board) return missing(reply);
      return file(reply, 'application/pdf', 'sign-in.pdf').send(
        Buffer.from(await signInSheet(ground, board, locale)),
      );
    });
    surface.get<Asked>('/office/seminars/:id/attendance/badges.pdf', async (request, reply) => {
      const { board, locale } = await open(request);
      const badges = board && (await nameBadges(ground, board, locale));
      if (!badges) return missing(reply);
      return file(reply, 'application/pdf', 'badges.pdf').send(Buffer.from(badges));
    });
    surface.get<Asked>('/office/seminars/:id/attendance/attendance.xlsx', async (request, reply) => {
      const { board, locale, query } = await open(request);
      if (!board) return missing(reply);
      return file(reply, xlsx, 'attendance.xlsx').send(
        Buffer.from(await boardWorkbook(ground, board, readFilter(query), locale)),
      );
    });
  };
}
