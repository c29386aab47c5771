/** What the server tells an officer's browser about her keys: public halves, wrapped secrets, grants. JSON. */
import type { WrappedOfficerKey } from '#platform/sealing/officer-key.ts';

export type VaultFacts = {
  readonly personId: string;
  /** Undefined until she has enrolled. */
  readonly key:
    | { readonly version: number; readonly recipient: string; readonly signingKey: string }
    | undefined;
  readonly wraps: readonly {
    readonly id: string;
    /** base64url, for a passkey. */
    readonly credentialId: string | undefined;
    readonly wrapped: WrappedOfficerKey;
  }[];
  /** Centres in which she handles matter. */
  readonly centres: readonly CentreFacts[];
};

export type CentreFacts = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Oldest first; the one without `retiredAt` is current. */
  readonly epochs: readonly {
    readonly epoch: number;
    readonly recipient: string;
    readonly retiredAt: string | undefined;
    /** Her own grant, base64url; undefined while no colleague has granted. */
    readonly grant: string | undefined;
  }[];
};
