/** What loaders and actions of pages are handed. Pages import types only, so no server code reaches a page's bundle. */
import { createContext } from 'react-router';
import type { SignedIn } from '#features/network/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { App } from './app.ts';

export type PageContext = {
  readonly app: App;
  readonly locale: Locale;
  /** One-time value that lets this page's own inline script run. */
  readonly nonce: string;
  readonly signedIn: SignedIn | undefined;
  /** Address of a built island script. */
  readonly island: (name: 'report' | 'follow' | 'scan' | 'scan-worker' | 'survey') => string;
};

export const pageContext = createContext<PageContext>();
