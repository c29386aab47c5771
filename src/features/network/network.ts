/** The words of the network: centres, roles, who is signed in, who holds which key. */
import type { Actor } from '#platform/database/acting.ts';
import type { Recipient } from '#platform/sealing/identity.ts';
import type { SigningPublicKey } from '#platform/sealing/signature.ts';
import type { Locale } from '#platform/text/messages.ts';

export const roles = [
  'case-officer',
  'head',
  'ethics-officer',
  'planner',
  'organiser',
  'registrar',
  'overseer',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Roles that handle a centre's matter: they may hold its key. An administrator is not among them. */
export const caseRoles: readonly Role[] = ['case-officer', 'head', 'ethics-officer', 'registrar'];
/** Roles that see acts and figures, no content. */
export const auditRoles: readonly Role[] = ['auditor', 'overseer'];

export type Appointment = {
  readonly unitId: number;
  readonly unitCode: string;
  readonly role: Role;
  /** The person stood in for (ผู้รักษาราชการแทน), or undefined. */
  readonly actingFor: string | undefined;
};

/** Whoever sends the present request on the officers' side. */
export type SignedIn = {
  readonly person: {
    readonly id: string;
    readonly nameTh: string;
    readonly nameEn: string | undefined;
    readonly email: string;
    readonly locale: Locale;
  };
  readonly session: {
    readonly publicId: string;
    readonly method: 'passkey' | 'password';
    readonly confirmedAt: Date;
  };
  readonly appointments: readonly Appointment[];
  /** For `actingAs`: what row-level security is told. */
  readonly actor: Actor;
};

export type CentreKind = 'ministry' | 'department' | 'state-enterprise' | 'bangkok' | 'province';
export type Region = 'central' | 'north' | 'northeast' | 'east' | 'west' | 'south';

/** For whom a report to a centre is sealed: its own key, or that of the nearest centre above that has one. */
export type SealFor = {
  readonly unitCode: string;
  readonly epoch: number;
  readonly recipient: Recipient;
  /** Outbox number of the ledger entry that published the key. */
  readonly ledgerId: number;
  /** True when the centre itself has no key and another one would read the report. */
  readonly isOther: boolean;
};

export type Centre = {
  readonly id: number;
  readonly code: string;
  readonly kind: CentreKind;
  readonly parentCode: string | undefined;
  readonly nameTh: string;
  readonly shortTh: string | undefined;
  readonly nameEn: string;
  readonly region: Region | undefined;
  readonly districts: number | undefined;
  readonly longitude: number | undefined;
  readonly latitude: number | undefined;
  /** Civil dates; `validTo` is the first day on which the centre is no more. */
  readonly validFrom: string;
  readonly validTo: string | undefined;
  /** Whether it stands on the day asked about. */
  readonly isOpen: boolean;
  /** Undefined only while no centre in the line has a key, or when the centre is closed. */
  readonly sealFor: SealFor | undefined;
};

/** An officer as colleagues see her: to assign a case to, to grant a key to. */
export type Colleague = {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string | undefined;
  readonly positionTh: string | undefined;
  /** Roles in the centre asked about, in force today. */
  readonly roles: readonly Role[];
  /** Her current public keys, once enrolled. */
  readonly key: OfficerPublicKey | undefined;
};

export type OfficerPublicKey = {
  readonly version: number;
  readonly recipient: Recipient;
  readonly signingKey: SigningPublicKey;
};
