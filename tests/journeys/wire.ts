/** A wire between browsers and an instance that keeps a copy of every body that passes, uncompressed. */
import { createServer, request } from 'node:http';

export type Exchange = {
  readonly method: string;
  readonly path: string;
  /** Address line, headers and body as the server got them. */
  readonly asked: Buffer;
  readonly answered: Buffer;
};

export type Wire = {
  /** What browsers open. */
  readonly url: string;
  readonly leadTo: (port: number) => void;
  readonly exchanges: readonly Exchange[];
  readonly cut: () => Promise<void>;
};

export async function stretchWire(): Promise<Wire> {
  const exchanges: Exchange[] = [];
  let target = 0;
  const server = createServer(async (asked, answer) => {
    try {
      const { method = 'GET', url: path = '/' } = asked;
      const body = await wholeOf(asked);
      // Answers come uncompressed, so that words in them can be found.
      const headers = { ...asked.headers, 'accept-encoding': 'identity' };
      const reply = await new Promise<import('node:http').IncomingMessage>((done, failed) =>
        request({ host: 'localhost', port: target, method, path, headers }, done)
          .on('error', failed)
          .end(body),
      );
      const answered = await wholeOf(reply);
      exchanges.push({
        method,
        path,
        asked: Buffer.concat([Buffer.from(`${path}\n${JSON.stringify(asked.headers)}\n`), body]),
        answered: Buffer.concat([Buffer.from(`${JSON.stringify(reply.headers)}\n`), answered]),
      });
      const { 'transfer-encoding': _, ...rest } = reply.headers;
      answer.writeHead(reply.statusCode ?? 502, rest).end(answered);
    } catch {
      answer.destroy();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    url: `http://localhost:${port}`,
    leadTo: (to) => {
      target = to;
    },
    exchanges,
    cut: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function wholeOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
