/**
 * An entry and its commitment. The tree holds SHA-256(salt ‖ canonical JSON of the entry); salt and entry are
 * kept apart and can be erased, after which nobody can tell what the commitment stood for.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, joinBytes, randomBytes, utf8 } from '#platform/sealing/bytes.ts';
import { canonicalJson, type JsonValue } from '#platform/sealing/canonical-json.ts';
import { ledgerError } from './ledger-error.ts';

/** What somebody did: named, placed and dated, never its content. */
export type LedgerAct = {
  /** The verb, `feature.act`: `reports.filed`, `cases.stage-changed`. */
  readonly act: string;
  /** The kind of thing it was done to: `report`, `officer-key`. */
  readonly object: string;
  /** Which one, by an identifier that says nothing by itself. */
  readonly id?: string;
  /** Code of the centre. */
  readonly unit?: string;
  /** In which role, never who. */
  readonly role?: string;
  /** When: an instant in UTC, RFC 3339 with `Z`. */
  readonly at: string;
  /** Further facts that belong to the act: hashes, codes, counts. Never content, never a person's data. */
  readonly facts?: { readonly [key: string]: JsonValue };
};

/** An act as the ledger keeps it; `v` is the version of this shape. */
export type LedgerEntry = LedgerAct & { readonly v: 1 };

/** An entry's canonical text with the salt that hides it and the commitment that binds it. */
export type SaltedEntry = { readonly entry: string; readonly salt: Bytes; readonly commitment: Bytes };

/** Bytes of a salt: enough that an act cannot be guessed from its commitment. */
export const SALT_SIZE = 16;
/** Characters of an entry's JSON at most; an act is a line, not a document. */
export const MAX_ENTRY_LENGTH = 8_192;

/** Salts an act and commits to it. Error `malformed-entry` for an act that is not in form. */
export function commitAct(act: LedgerAct, salt: Uint8Array = randomBytes(SALT_SIZE)): SaltedEntry {
  const entry = writeEntry(act);
  return { entry, salt: salt.slice() as Bytes, commitment: commitmentOf(entry, salt) };
}

/** SHA-256(salt ‖ entry as UTF-8). Error `malformed-entry` for a salt of another length than 16 bytes. */
export function commitmentOf(entry: string, salt: Uint8Array): Bytes {
  if (salt.length !== SALT_SIZE) throw ledgerError('malformed-entry', `a salt has ${SALT_SIZE} bytes`);
  return sha256(joinBytes(salt, utf8(entry))) as Bytes;
}

/** Reads the canonical text of an entry back. Error `malformed-entry`, also when the text is not canonical. */
export function readEntry(text: string): LedgerEntry {
  try {
    const { v, ...act } = JSON.parse(text) as LedgerEntry;
    if (v === 1 && writeEntry(act) === text) return { v, ...act };
  } catch (cause) {
    throw ledgerError('malformed-entry', 'the entry is not JSON', cause);
  }
  throw ledgerError('malformed-entry', 'the entry is not in canonical form');
}

const shortText = /^[\w.:-]{1,100}$/;

function writeEntry(act: LedgerAct): string {
  const { act: verb, object, id, unit, role, at, facts, ...unknown } = act;
  const inForm =
    [verb, object].every((text) => shortText.test(text)) &&
    [id, unit, role].every((text) => text === undefined || shortText.test(text)) &&
    isInstant(at) &&
    Object.keys(unknown).length === 0;
  if (!inForm) throw ledgerError('malformed-entry', `not an act in form: ${verb}`);
  // An absent field is left out, not written as null: one act has one spelling.
  const fields = Object.entries({ v: 1, act: verb, object, id, unit, role, at, facts });
  const entry = canonicalJson(Object.fromEntries(fields.filter(([, value]) => value !== undefined)));
  if (entry.length > MAX_ENTRY_LENGTH)
    throw ledgerError('malformed-entry', `an entry of ${entry.length} characters is too long`);
  return entry;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}
