/**
 * The ticket behind the QR code: seminar and seat, signed with the installation's key, so that a telephone without
 * network tells ours from a forged one. It names nobody. The same code reads it on devices and on the server.
 */
import { base32nopad } from '@scure/base';
import { joinBytes, toHex, utf8 } from '#platform/sealing/bytes.ts';
import { type SigningKey, type SigningPublicKey, sign, verify } from '#platform/sealing/signature.ts';

export type Ticket = {
  readonly seminarId: string;
  readonly registrationId: string;
  readonly signature: Uint8Array;
};

/** Upper case and digits alone make a smaller QR code. */
const prefix = 'PT1:';
const form = /^PT1:[A-Z2-7]{154}$/;
/** Put before what is signed, so that no signature serves twice. */
const domain = utf8('prongsai ticket v1\n');

export async function makeTicket(
  key: SigningKey,
  { seminarId, registrationId }: Pick<Ticket, 'seminarId' | 'registrationId'>,
): Promise<string> {
  const named = joinBytes(bytesOf(seminarId), bytesOf(registrationId));
  return prefix + base32nopad.encode(joinBytes(named, await sign(key, joinBytes(domain, named))));
}

/** Undefined for a code that is no ticket of any kind, such as that of a bottle of water. */
export function readTicket(text: string): Ticket | undefined {
  const typed = text.trim().toUpperCase();
  if (!form.test(typed)) return undefined;
  try {
    const bytes = base32nopad.decode(typed.slice(prefix.length));
    return {
      seminarId: uuidOf(bytes.subarray(0, 16)),
      registrationId: uuidOf(bytes.subarray(16, 32)),
      signature: bytes.slice(32),
    };
  } catch {
    return undefined;
  }
}

export function isGenuine(publicKey: SigningPublicKey, ticket: Ticket): Promise<boolean> {
  const named = joinBytes(bytesOf(ticket.seminarId), bytesOf(ticket.registrationId));
  return verify(publicKey, ticket.signature, joinBytes(domain, named));
}

/** Crockford's letters: none that is taken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight letters printed under the ticket, by which a person is found in the list when the camera fails: "7K3M-9QXA". */
export function seatCode(registrationId: string): string {
  let number = BigInt(`0x${registrationId.replaceAll('-', '').slice(0, 10)}`);
  let code = '';
  for (let place = 0; place < 8; place++) {
    code = letters[Number(number & 31n)]! + code;
    number >>= 5n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** As somebody types it: case, gaps and letters that look like digits do not matter. */
export const foldCode = (typed: string) =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

const bytesOf = (uuid: string) =>
  Uint8Array.from(uuid.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function uuidOf(bytes: Uint8Array): string {
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
