/** Pure: what an answer of a site means for evidence that anybody must be able to open. */
import type { LinkOutcome } from '../answers/answer.ts';
import type { Format } from '../item-sets/item-set.ts';

export type SiteAnswer = {
  readonly status: number;
  readonly contentType: string;
  /** First bytes of the body. */
  readonly head: Uint8Array;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  readonly wasRedirected: boolean;
};

const loginPath =
  /(?:^|[/._-])(?:log-?in|log-?on|sign-?in|signon|sso|oauth2?|authorize|wp-login)(?:[/._?&=-]|$)/i;

export function judgeAnswer(answer: SiteAnswer, format: Format): LinkOutcome {
  const { status, url, wasRedirected } = answer;
  if (status === 401 || status === 403 || status === 407) return 'login';
  const { hostname, pathname } = new URL(url);
  // A page about signing in that was itself asked for is no barrier; being sent to one is.
  if (wasRedirected && (loginPath.test(pathname) || loginPath.test(`/${hostname.split('.')[0]}/`)))
    return 'login';
  if (status < 200 || status >= 300) return 'error';
  if (wasRedirected && asksForPassword(answer)) return 'login';
  return hasFormat(answer, format) ? 'good' : 'wrong-format';
}

const startOf = ({ head }: SiteAnswer) => Buffer.from(head).toString('latin1');

const asksForPassword = (answer: SiteAnswer) =>
  /<input\b[^<>]{0,500}\btype=["']?password/i.test(startOf(answer));

/** By what the site says and by the first bytes: sites often call a file "octet-stream", and an error page a file. */
function hasFormat(answer: SiteAnswer, format: Format): boolean {
  const type = answer.contentType.toLowerCase();
  const start = startOf(answer);
  if (format === 'pdf') return start.slice(0, 1024).includes('%PDF-');
  if (format === 'xlsx')
    return (
      start.startsWith('PK') &&
      (/spreadsheetml|excel|octet-stream|zip/.test(type) || /\.xlsx$/i.test(answer.url))
    );
  return true;
}
