/** What is told outside a circle of named readers when it closes, so that no two officers hold a case unknown to all. */
import { randomUUID } from 'node:crypto';
import type { Role } from '#features/network/index.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { NewNotice } from './notice.ts';
import { noticesText } from './text.ts';

type Named = { readonly nameTh: string; readonly nameEn: string | undefined };

export type RestrictedCase = {
  readonly id: string;
  readonly number: string;
  readonly centre: Named;
  readonly restrictedBy: Named & { readonly id: string };
  readonly at: Date;
  /** The centre whose officers are told. */
  readonly toldUnit: number;
  readonly toldRoles: readonly Role[];
};

/**
 * One notice to those told who may open the case's page, with its address, and one to those who may not, without.
 * Number, centre, person and time only: topic and matter stay inside.
 */
export function restrictionNotices(restricted: RestrictedCase): NewNotice[] {
  const notice = (roles: readonly Role[], href: string | undefined): NewNotice => ({
    id: randomUUID(),
    kind: 'restriction',
    objectId: restricted.id,
    titleTh: title(restricted, 'th'),
    titleEn: title(restricted, 'en'),
    ...(href ? { href } : {}),
    units: [restricted.toldUnit],
    roles,
    raisedBy: restricted.restrictedBy.id,
    at: restricted.at,
  });
  const heads = restricted.toldRoles.filter((role) => role === 'head');
  const others = restricted.toldRoles.filter((role) => role !== 'head');
  return [
    ...(heads.length > 0 ? [notice(heads, `/office/cases/${restricted.id}`)] : []),
    ...(others.length > 0 ? [notice(others, undefined)] : []),
  ];
}

function title({ number, centre, restrictedBy, at }: RestrictedCase, locale: 'th' | 'en'): string {
  const name = (named: Named) => (locale === 'en' ? (named.nameEn ?? named.nameTh) : named.nameTh);
  const { restriction } = noticesText(locale).raised;
  return restriction(number, name(centre), name(restrictedBy), formatDateTime(at, locale));
}
