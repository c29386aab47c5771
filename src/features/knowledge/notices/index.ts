/** Notices of change: raised by whoever changes a law, a circular, a clock or an offence; seen by those concerned. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { completeNotices, type NoticesNeed } from './complete-notice.ts';
import { countUnseen, markSeen, selectNotices } from './notice.queries.ts';
import type { Notice, NoticeKind, Touched } from './notice.ts';

export { clockRuleNotice } from './clock-rule-notice.ts';
export { centreWork, type Notice, type Touched } from './notice.ts';
export { raiseNotice } from './raise-notice.ts';
export { restrictionNotices } from './restriction-notice.ts';

export type Notices = {
  /** Those concerning the person, unseen ones first. */
  readonly list: (signedIn: SignedIn) => Promise<readonly Notice[]>;
  readonly countUnseen: (signedIn: SignedIn) => Promise<number>;
  /** Returns how many were new; marking again changes nothing. */
  readonly markSeen: (signedIn: SignedIn, ids: readonly string[] | 'all') => Promise<number>;
};

const shown = 200;

export function createNotices(ground: Ground, need: NoticesNeed): Notices {
  const db = ground.databases.officer;
  return {
    list: async (signedIn) => {
      const { actor } = signedIn;
      const rows = await actingAs(db, actor, (trx) => selectNotices(trx, actor.personId, shown));
      const notices = rows.map((row) => ({
        id: row.id,
        objectId: row.object_id,
        kind: row.kind as NoticeKind,
        titleTh: row.title_th,
        titleEn: row.title_en,
        href: row.href ?? undefined,
        touches: row.touches as Touched[],
        isSeen: row.seen_at !== null || row.raised_by === actor.personId,
        at: row.raised_at,
      }));
      return completeNotices(ground.databases.public, need, signedIn, notices, ground.now());
    },
    countUnseen: ({ actor }) => actingAs(db, actor, (trx) => countUnseen(trx, actor.personId)),
    markSeen: ({ actor }, ids) =>
      actingAs(db, actor, async (trx) =>
        ids !== 'all' && ids.length === 0 ? 0 : markSeen(trx, actor.personId, ids, ground.now()),
      ),
  };
}
