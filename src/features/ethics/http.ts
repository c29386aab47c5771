/** What of ethics is no page: pictures, proofs, memos, announcements and tables. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { renderAnnouncement } from '#platform/documents/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { officeCodeRoutes } from './codes/http.ts';
import { selectGift } from './gifts/gift.queries.ts';
import { filingStates } from './gifts/gift.ts';
import { filingMemo, filingSheet, overviewSheet, type PaperOf } from './gifts/papers.ts';
import { ethicsMemo, ethicsSheet } from './matters/figures.ts';
import { matterRoutes } from './matters/http.ts';
import { officeMoralRoutes } from './moral-organisation/http.ts';
import type { EthicsParts, Parts } from './needs.ts';
import { partsOf } from './no-gift/no-gift-rules.ts';
import { readNoGift } from './no-gift/read-no-gift.ts';
import { objectionRoutes } from './objections/http.ts';
import { bodyName } from './standing.ts';

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const localeOf = (lang: string | undefined): Locale => (lang === 'en' ? 'en' : 'th');
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Announcements, for anybody: the paper of `/no-gift/:id`. */
export function publicNoGiftRoutes(parts: Parts) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.get<{ Params: { id: string } }>('/no-gift/:id/announcement.pdf', async (request, reply) => {
      const { id } = request.params;
      const found = isUuid(id) ? await readNoGift(parts, id) : undefined;
      if (!found) return nothing(reply);
      const centre = (await parts.network.listCentres(parts.ground.now())).find(
        (one) => one.id === found.unitId,
      );
      const bytes = await renderAnnouncement({
        issuer: centre ? bodyName(centre, 'th') : found.unitNameTh,
        subject: found.titleTh,
        date: asCivilDate(civilDate(found.signedAt)),
        blocks: partsOf(found.bodyTh),
        signer: { name: found.signerTh, ...(found.position ? { position: found.position } : {}) },
      });
      return sendBytes(reply, bytes, 'application/pdf', `no-gift-${found.fiscalYear}-${centre?.code}.pdf`);
    });
  };
}

type PaperQuery = { unit?: string; year?: string; half?: string; show?: string; lang?: string };

/** Below /office, where the session has been read. */
export function officeEthicsRoutes(parts: Parts & Pick<EthicsParts, 'cases'>) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.register(objectionRoutes(parts));
    surface.register(matterRoutes(parts));
    surface.get<{ Querystring: PaperQuery }>('/office/ethics/memo.pdf', async (request, reply) => {
      const of = paperOf(request.query);
      const bytes = of && (await ethicsMemo(parts, request.signedIn!, of));
      return bytes
        ? sendBytes(reply, bytes, 'application/pdf', `ethics-${of.fiscalYear}.pdf`)
        : nothing(reply);
    });
    surface.get<{ Querystring: PaperQuery }>('/office/ethics/figures.xlsx', async (request, reply) => {
      const { year, lang } = request.query;
      if (!(Number(year) > 2500 && Number(year) < 2700)) return nothing(reply);
      const bytes = await ethicsSheet(parts, request.signedIn!, localeOf(lang), Number(year));
      return sendBytes(reply, bytes, xlsx, `ethics-${Number(year)}.xlsx`);
    });
    await officeCodeRoutes(surface, parts);
    await officeMoralRoutes(surface, parts);
    for (const which of ['picture', 'proof'] as const) {
      surface.get<{ Params: { id: string } }>(`/office/gifts/:id/${which}`, async (request, reply) => {
        const { id } = request.params;
        if (!isUuid(id)) return nothing(reply);
        const row = await actingAs(parts.ground.databases.officer, request.signedIn!.actor, (trx) =>
          selectGift(trx, id),
        );
        const [fileId, type] =
          which === 'picture' ? [row?.picture_id, row?.picture_type] : [row?.proof_id, row?.proof_type];
        const file = fileId ? await parts.ground.files.read(fileId) : undefined;
        if (!file || !type) return nothing(reply);
        // A PDF from elsewhere is opened by the reader's own program, not inside our pages.
        if (type === 'application/pdf')
          reply.header('content-disposition', `attachment; filename="proof-${id.slice(0, 8)}.pdf"`);
        return reply
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('content-length', file.size)
          .type(type)
          .send(file.content);
      });
    }
    surface.get<{ Querystring: PaperQuery }>('/office/gifts/filing/memo.pdf', async (request, reply) => {
      const of = paperOf(request.query);
      const bytes = of && (await filingMemo(parts, request.signedIn!, of));
      return bytes ? sendBytes(reply, bytes, 'application/pdf', nameOf(of, 'pdf')) : nothing(reply);
    });
    surface.get<{ Querystring: PaperQuery }>('/office/gifts/filing/report.xlsx', async (request, reply) => {
      const of = paperOf(request.query);
      const bytes = of && (await filingSheet(parts, request.signedIn!, of, localeOf(request.query.lang)));
      return bytes ? sendBytes(reply, bytes, xlsx, nameOf(of, 'xlsx')) : nothing(reply);
    });
    surface.get<{ Querystring: PaperQuery }>('/office/gifts/overview.xlsx', async (request, reply) => {
      const { year, half, show, lang } = request.query;
      const shown = filingStates.find((state) => state === show);
      const bytes = await overviewSheet(
        parts,
        request.signedIn!,
        {
          ...(year ? { fiscalYear: Number(year) } : {}),
          ...(half ? { half: half === '2' ? 2 : 1 } : {}),
          ...(shown ? { show: shown } : {}),
        },
        localeOf(lang),
      );
      return bytes ? sendBytes(reply, bytes, xlsx, 'gift-reports.xlsx') : nothing(reply);
    });
  };
}

function paperOf({ unit, year, half }: PaperQuery): PaperOf | undefined {
  const [unitId, fiscalYear] = [Number(unit), Number(year)];
  if (!Number.isSafeInteger(unitId) || !(fiscalYear > 2500 && fiscalYear < 2700)) return undefined;
  return { unitId, fiscalYear, half: half === '2' ? 2 : 1 };
}

const nameOf = ({ fiscalYear, half }: PaperOf, ending: string) => `gifts-${fiscalYear}-${half}.${ending}`;

const sendBytes = (reply: FastifyReply, bytes: Uint8Array, type: string, name: string) =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(Buffer.from(bytes));

const nothing = (reply: FastifyReply) =>
  reply.code(404).header('cache-control', 'no-store').send({ code: 'not-found' });
