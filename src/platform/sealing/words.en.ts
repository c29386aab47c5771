/** The English words of a receipt: the public list of BIP-39, 2,048 words told apart by their first four letters. */
export { wordlist as words } from '@scure/bip39/wordlists/english.js';
