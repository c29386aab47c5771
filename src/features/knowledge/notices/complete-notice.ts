// A notice as its reader is shown it: the circulars she may see that name a changed section, and who looks after what.
import { citing } from '#features/knowledge/laws/cites-section.ts';
import type { Centre, SignedIn } from '#features/network/index.ts';
import type { Queries } from '#platform/database/connection.ts';
import { policies } from '../circulars/circular.policies.ts';
import type { Notice, Touched, TouchedView } from './notice.ts';

/** A circular that seems to name a section, as its register offers it. */
type Mention = {
  readonly id: string;
  readonly unitId: number;
  readonly number: string;
  readonly subject: string;
  readonly gist: string | undefined;
};

export type NoticesNeed = {
  readonly network: { readonly listCentres: (now: Date) => Promise<readonly Centre[]> };
  readonly circulars: { readonly listMentions: (signedIn: SignedIn) => Promise<readonly Mention[]> };
};

type Law = { readonly code: string; readonly title: string; readonly unit: string };
type Changed = Omit<Notice, 'touches'> & { readonly objectId: string; readonly touches: readonly Touched[] };

export async function completeNotices(
  db: Queries,
  { network, circulars }: NoticesNeed,
  signedIn: SignedIn,
  notices: readonly Changed[],
  now: Date,
): Promise<readonly Notice[]> {
  const codes = notices.filter(({ kind }) => kind === 'law').map(({ objectId }) => objectId);
  const laws = new Map((await selectLaws(db, codes)).map((law) => [law.code, law]));
  const mentions = laws.size > 0 ? await circulars.listMentions(signedIn) : [];
  const centres = await network.listCentres(now);
  return notices.map(({ objectId, touches, ...notice }) => {
    const law = notice.kind === 'law' ? laws.get(objectId) : undefined;
    const all = law ? [...touches, ...touchedCirculars(law, touches, mentions)] : touches;
    return { ...notice, touches: all.map((one) => withOwner(one, centres)) };
  });
}

function touchedCirculars(law: Law, touches: readonly Touched[], mentions: readonly Mention[]): Touched[] {
  const own = `${law.code}:`;
  const numbers = touches
    .filter(({ kind, id }) => kind === 'section' && id.startsWith(own))
    .map(({ id }) => id.slice(own.length));
  return citing(mentions, ({ subject, gist }) => `${subject}\n${gist ?? ''}`, law, numbers).map(
    ({ id, unitId, number, subject }) => ({
      kind: 'circular',
      id,
      titleTh: `${number} ${subject}`,
      titleEn: `${number} ${subject}`,
      href: `/office/circulars/${id}`,
      ownerRoles: policies.issue,
      ownerUnit: unitId,
    }),
  );
}

/** Laws, deadlines, offences and topics are the ministry's; a circular is its centre's. */
function withOwner(touched: Touched, centres: readonly Centre[]): TouchedView {
  const centre =
    touched.ownerUnit === undefined
      ? touched.kind === 'circular'
        ? undefined
        : centres.find(({ parentCode }) => parentCode === undefined)
      : centres.find(({ id }) => id === touched.ownerUnit);
  return centre ? { ...touched, ownerNameTh: centre.nameTh, ownerNameEn: centre.nameEn } : touched;
}

async function selectLaws(db: Queries, codes: readonly string[]): Promise<Law[]> {
  if (codes.length === 0) return [];
  return db
    .selectFrom('knowledge.instrument')
    .select(['code', 'title', 'unit'])
    .where('code', 'in', [...new Set(codes)])
    .execute();
}
