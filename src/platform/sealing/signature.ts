/** Ed25519 signatures by WebCrypto, the same in browsers and in Node. */
import { type Bytes, fromBase64Url, owned, randomBytes } from './bytes.ts';
import { sealingError } from './sealing-error.ts';

/** A raw Ed25519 public key (32 bytes) in base64url, 43 characters. */
export type SigningPublicKey = string & { readonly brand: 'ed25519-public-key' };

/** The private half cannot be taken out of the browser's key store; the seed it came from is the caller's. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: SigningPublicKey;
}

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** RFC 8410: PrivateKeyInfo, version 0, algorithm 1.3.101.112, an octet string in an octet string. */
const PKCS8_PREFIX = [
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

/** 32 random bytes that make a signing key: what an officer's key bundle keeps. */
export function generateSigningSeed(): Bytes {
  return randomBytes(KEY_BYTES);
}

/** A key that lives only as long as the page. */
export function generateSigningKey(): Promise<SigningKey> {
  return signingKeyFromSeed(generateSigningSeed());
}

/** The key of RFC 8032 whose seed is these 32 bytes. Error `bad-seed`. */
export async function signingKeyFromSeed(seed: Uint8Array): Promise<SigningKey> {
  if (seed.length !== KEY_BYTES) throw sealingError('bad-seed', `a seed has ${KEY_BYTES} bytes`);
  const pkcs8 = new Uint8Array([...PKCS8_PREFIX, ...seed]);
  // WebCrypto tells the public half only by exporting, so the key is read twice: once open, once locked.
  const open = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', open);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  return { privateKey, publicKey: asSigningPublicKey(x ?? '') };
}

/** Accepts a raw public key in base64url; `malformed` otherwise. */
export function asSigningPublicKey(text: string): SigningPublicKey {
  if (fromBase64Url(text).length !== KEY_BYTES) throw sealingError('malformed', 'not an Ed25519 public key');
  return text as SigningPublicKey;
}

/** The 32 raw bytes of a public key. */
export function rawPublicKey(publicKey: SigningPublicKey): Bytes {
  return fromBase64Url(publicKey);
}

/** 64 bytes over `data`. Callers put a domain in front of what they sign, so that no signature serves twice. */
export async function sign(key: SigningKey, data: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, owned(data)));
}

/** True only for a good signature; a malformed key or signature is false, never an exception. */
export async function verify(
  publicKey: SigningPublicKey,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  if (signature.length !== SIGNATURE_BYTES) return false;
  try {
    const raw = rawPublicKey(asSigningPublicKey(publicKey));
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, owned(signature), owned(data));
  } catch {
    return false;
  }
}
