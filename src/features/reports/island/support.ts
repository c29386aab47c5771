/** Whether this browser can seal: an encrypted connection (or this very machine), WebCrypto with Ed25519, workers, WebAssembly. */

export async function canSeal(): Promise<boolean> {
  if (!isSecureContext || !('Worker' in globalThis) || !('WebAssembly' in globalThis)) return false;
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    return 'isWellFormed' in String.prototype && typeof crypto.randomUUID === 'function';
  } catch {
    return false;
  }
}
