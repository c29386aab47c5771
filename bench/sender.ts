/**
 * One sender on one kept-alive connection: writes a request made beforehand and waits for its answer. It stands in for
 * senders who each have a machine of their own, so it does as little as it can on the server's two cores.
 */
import { connect, type Socket } from 'node:net';

export type Answer = { readonly status: number; readonly text: string };
export type Sender = {
  /** Sends and waits; status 0 when the connection broke before the answer was whole. */
  readonly send: (request: Buffer) => Promise<Answer>;
  readonly end: () => void;
};

/** The bytes of a POST of JSON. */
export function postRequest(port: number, path: string, body: string): Buffer {
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
  );
}

export function openSender(port: number): Sender {
  let socket: Socket | undefined;
  let received = Buffer.alloc(0);
  let answered: ((answer: Answer) => void) | undefined;

  const open = (): Socket => {
    const opened = connect({ host: '127.0.0.1', port, noDelay: true });
    opened.on('data', (part) => {
      received = received.length === 0 ? part : Buffer.concat([received, part]);
      const answer = wholeAnswer(received);
      if (answer) settle(answer);
    });
    // An ended connection is opened again by the next request, as a browser would.
    opened.on('error', () => undefined);
    opened.on('close', () => {
      if (socket === opened) socket = undefined;
      settle({ status: 0, text: 'the connection was closed' });
    });
    return opened;
  };
  const settle = (answer: Answer) => {
    received = Buffer.alloc(0);
    answered?.(answer);
    answered = undefined;
  };
  return {
    send: (request) =>
      new Promise((done) => {
        answered = done;
        socket ??= open();
        socket.write(request);
      }),
    end: () => socket?.destroy(),
  };
}

/** The answer, once all of it is here. The server names the length of every answer that a sender gets. */
function wholeAnswer(received: Buffer): Answer | undefined {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const headers = received.toString('latin1', 0, head);
  const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1];
  if (length === undefined) return { status: 0, text: `an answer without length: ${headers}` };
  const body = head + 4;
  if (received.length < body + Number(length)) return undefined;
  return {
    status: Number(headers.slice(9, 12)),
    text: received.toString('utf8', body, body + Number(length)),
  };
}
