/** The network of centres, its people, how they sign in and which keys they hold: what other features may use. */
import type { Actor } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';

export type Role =
  | 'case-officer'
  | 'head'
  | 'ethics-officer'
  | 'planner'
  | 'organiser'
  | 'registrar'
  | 'overseer'
  | 'auditor'
  | 'administrator';

export type Appointment = {
  readonly unitId: number;
  readonly unitCode: string;
  readonly role: Role;
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

export type Network = {
  readonly findSession: (cookie: string | undefined) => Promise<SignedIn | undefined>;
};

export function createNetwork(_ground: Ground): Network {
  return { findSession: async () => undefined };
}
