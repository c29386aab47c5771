/** What the case page is handed: codes, times and names in clear, the matter as ciphertext with the keys that open it. */
import type { Colleague, Signer } from '#features/network/index.ts';
import type { CaseAct } from './case.policies.ts';
import type { Awaiting, Channel, IdentityMode, Matter, MessageKind, Restriction, Stage } from './case.ts';
import type { TitleGrant } from './list-work.ts';
import type { Outcome, Topic } from './reference.queries.ts';

export type CaseHeader = {
  readonly id: string;
  readonly number: string;
  readonly unit: { readonly code: string; readonly nameTh: string; readonly nameEn: string };
  readonly matter: Matter;
  readonly stage: Stage;
  readonly restriction: Restriction;
  readonly topic: Topic | undefined;
  readonly channel: Channel;
  readonly identityMode: IdentityMode;
  readonly receivedAt: string;
  readonly dueOn: string | undefined;
  readonly assignedTo: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly closedAt: string | undefined;
  readonly contestedAt: string | undefined;
  readonly awaiting: Awaiting;
  readonly revision: number;
};

export type CaseClock = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly unconfirmed: boolean;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly metOn: string | undefined;
};

export type CaseEvent = {
  readonly id: string;
  readonly act: string;
  readonly at: string;
  readonly personId: string | undefined;
  readonly role: string | undefined;
  readonly acting: boolean;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly facts: { readonly [key: string]: unknown };
};

export type SealedCaseMessage = {
  readonly id: string;
  readonly kind: MessageKind;
  readonly keyVersion: number;
  readonly sequence: number;
  readonly previousHash: string | null;
  readonly hash: string;
  readonly author: 'reporter' | 'officer' | 'server';
  readonly personId: string | undefined;
  readonly sentAt: string;
  /** base64url */
  readonly sealed: string;
};

/** What only those who work on the case are handed; all of it ciphertext, keys or codes. */
export type CaseMatter = {
  readonly keys: readonly {
    readonly kind: MessageKind;
    readonly version: number;
    readonly recipient: string;
  }[];
  readonly grants: readonly (TitleGrant & { readonly kind: MessageKind })[];
  readonly messages: readonly SealedCaseMessage[];
  readonly attachments: readonly { readonly id: string; readonly messageId: string | null }[];
  readonly reporter: { readonly recipient: string; readonly signingKey: string } | undefined;
  readonly closing:
    | {
        readonly id: string;
        readonly outcome: string;
        readonly proposedBy: string;
        readonly proposedAt: string;
        readonly reasonsMessage: string;
      }
    | undefined;
  /** Persons named on a restricted case. */
  readonly named: readonly string[];
  /** Everyone who could read or be put in charge. */
  readonly colleagues: readonly Colleague[];
  readonly outcomes: readonly Outcome[];
  /** Whom a new key is granted to: the centre's current epoch. */
  readonly centreKey:
    | { readonly unitCode: string; readonly epoch: number; readonly recipient: string }
    | undefined;
  /** The centre above, when it has a key of its own. */
  readonly above:
    | {
        readonly code: string;
        readonly nameTh: string;
        readonly nameEn: string;
        readonly key: { readonly epoch: number; readonly recipient: string } | undefined;
      }
    | undefined;
};

export type CaseView = {
  readonly today: string;
  readonly header: CaseHeader;
  readonly clocks: readonly CaseClock[];
  readonly events: readonly CaseEvent[];
  readonly people: readonly Signer[];
  readonly may: readonly CaseAct[];
  readonly self: string;
  /** Undefined for tiers above and for roles that do not read. */
  readonly matter: CaseMatter | undefined;
};
