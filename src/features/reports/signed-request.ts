/** What a reporter signs to be let in: the act, the report, the server's nonce and what exactly is asked. Browser and server alike. */
import { type Bytes, utf8 } from '#platform/sealing/bytes.ts';
import { canonicalJson } from '#platform/sealing/canonical-json.ts';

export type ReporterAct = 'open' | 'message' | 'file' | 'proof';

/** `subject` binds the signature to one thing: a file's id, or a message's id and hash; empty for the report itself. */
export type RequestStatement = {
  readonly act: ReporterAct;
  readonly reportId: string;
  readonly nonce: string;
  readonly subject: string;
};

/** The bytes that the signature covers; their first line keeps them apart from everything else that is ever signed. */
export function requestBytes({ act, reportId, nonce, subject }: RequestStatement): Bytes {
  return utf8(`prongsai/reporter-request/v1\n${canonicalJson({ act, reportId, nonce, subject })}`);
}

/** The subject of a message: its identifier and the SHA-256 of its sealed bytes. */
export const messageSubject = (messageId: string, hash: string, contest: boolean): string =>
  `${messageId} ${hash}${contest ? ' contest' : ''}`;
