/** For tests only: telephones at the door, and what they send. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { SeminarWorld } from '../../testing/world.ts';
import type { Verdict } from '../attendance.ts';
import { makeTicket } from '../ticket.ts';
import { ticketKey } from '../ticket-key.ts';

export type SentScan = {
  readonly id: string;
  readonly session: string;
  readonly source: 'qr' | 'manual';
  readonly ticket?: string;
  readonly registration?: string;
  readonly verdict: Verdict;
  readonly at: string;
};

export function createDoor(world: SeminarWorld) {
  const ticketOf = async (seminarId: string, registrationId: string) =>
    makeTicket(await ticketKey(world.ground), { seminarId, registrationId });

  /** The link of a new device, as the organisers' page shows it. */
  const aLink = async (seminarId: string) => {
    const organiser = await world.as(world.organiser);
    const id = randomUUID();
    await world.app.attendance.makeDevice(organiser, { id, seminarId, name: 'ประตูใหญ่' });
    const board = await world.app.attendance.board(organiser, seminarId, { locale: 'th' });
    const [device = '', mark = ''] = new URL(board!.devices.find((one) => one.id === id)!.link!).hash
      .slice(1)
      .split('.');
    return { id: device, mark };
  };

  const enrol = (
    { id, mark }: { id: string; mark: string },
    secret = randomBytes(32).toString('base64url'),
  ) =>
    world.server
      .inject({ method: 'POST', url: '/scan/enrol', payload: { device: id, mark, secret } })
      .then((answer) => ({ answer, secret }));

  /** An enrolled device, and how it asks. */
  const aDevice = async (seminarId: string) => {
    const link = await aLink(seminarId);
    const { secret } = await enrol(link);
    const headers = { authorization: `Device ${link.id}.${secret}` };
    return {
      id: link.id,
      headers,
      list: (tag = '') =>
        world.server.inject({
          url: '/scan/list',
          headers: { ...headers, ...(tag ? { 'if-none-match': tag } : {}) },
        }),
      send: (...scans: SentScan[]) =>
        world.server.inject({ method: 'POST', url: '/scan/scans', headers, payload: { scans } }),
    };
  };

  const aScan = (change: Partial<SentScan> & Pick<SentScan, 'session'>): SentScan => ({
    id: randomUUID(),
    source: change.ticket ? 'qr' : 'manual',
    verdict: 'ok',
    at: '2027-06-20T02:00:00.000Z',
    ...change,
  });

  return { ticketOf, aLink, enrol, aDevice, aScan };
}
