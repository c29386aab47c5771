/** For tests only: the header by which an officer is known. */
import { sessionCookieName } from '#features/network/session.ts';
import type { TestOfficer } from '#features/network/testing/office.ts';

export const cookieOf = ({ cookie }: TestOfficer): string => `${sessionCookieName}=${cookie}`;
