/** The calendar as a feed: what the law and yearly rules demand of a kind of centre is no secret, so anybody may subscribe. */
import type { FastifyInstance } from 'fastify';
import type { Network } from '#features/network/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import type { Ground } from '#platform/ground.ts';
import { calendarType, renderCalendar } from '#platform/icalendar/index.ts';
import { concerns } from './duty-rules.ts';
import { yearOf } from './list-duties.ts';
import { dutiesText } from './text.ts';

export function publicDutyRoutes({
  ground,
  network,
}: {
  ground: Ground;
  network: Pick<Network, 'listCentres'>;
}) {
  return async (surface: FastifyInstance): Promise<void> => {
    for (const locale of ['th', 'en'] as const)
      surface.get<{ Params: { code: string } }>(
        `${locale === 'en' ? '/en' : ''}/calendar/:code.ics`,
        async (request, reply) => {
          const now = ground.now();
          const centre = (await network.listCentres(now)).find(({ code }) => code === request.params.code);
          if (!centre) return reply.code(404).send({ code: 'not-found' });
          const year = fiscalYearOf(civilDate(now));
          const all = [...(await yearOf(ground, year)), ...(await yearOf(ground, year + 1))];
          const text = dutiesText(locale);
          const host = ground.publicUrl.host;
          const body = renderCalendar({
            name: text.feedName(locale === 'en' ? centre.nameEn : centre.nameTh),
            events: all
              .filter(({ duty }) => concerns(duty, centre.kind))
              .map(({ duty, fiscalYear, due }) => ({
                uid: `duty-${duty.code}-${fiscalYear}@${host}`,
                sequence: duty.version,
                start: asCivilDate(due),
                end: asCivilDate(due),
                summary: locale === 'en' ? duty.nameEn : duty.nameTh,
                description: `${locale === 'en' ? duty.basisEn : duty.basisTh}${duty.isConfirmed ? '' : ` (${text.unconfirmed})`}`,
                ...(duty.href ? { url: new URL(duty.href, ground.publicUrl).href } : {}),
                lastModified: new Date(`${duty.validFrom}T00:00:00+07:00`),
              })),
          });
          return reply.type(calendarType).header('cache-control', 'public, max-age=3600').send(body);
        },
      );
  };
}
