/** Seals an objection in the officer's browser, and commits to it: the same text has one form and one commitment. */
import { sha256Hex, toBase64Url, utf8 } from '#platform/sealing/bytes.ts';
import { canonicalJson } from '#platform/sealing/canonical-json.ts';
import type { Recipient } from '#platform/sealing/identity.ts';
import { seal } from '#platform/sealing/seal.ts';
import { asJson, type ObjectionText } from '../objection.ts';

const plain = (text: ObjectionText) => utf8(canonicalJson(asJson(text)));

/** base64url */
export const sealObjection = async (text: ObjectionText, to: readonly Recipient[]): Promise<string> =>
  toBase64Url(await seal(plain(text), to));

/** SHA-256 over a fixed line and the text with its salt; hexadecimal. */
export const commitmentOf = (text: ObjectionText): Promise<string> =>
  sha256Hex(utf8(`prongsai/objection/v1\n${canonicalJson(asJson(text))}`));
