/** What other features' pages use of casework's: a case opened in the officer's browser. */

export { type OpenedCase, useOpenedCase } from '../pages/use-opened-case.ts';
export { showBytes, uploadFile } from './files.ts';
