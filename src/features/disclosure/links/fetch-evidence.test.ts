/** The guard: whoever enters an address must not make our server speak to anything inside, by no trick of names or redirects. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from './address-rules.ts';
import { fetchEvidence } from './fetch-evidence.ts';
import { judgeAnswer } from './judge-answer.ts';
import { publicReach, type Reach, reachBeside } from './reach.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

/** As in production, but that these ports of this machine may be reached: an allowance that only a test can hand over. */
const allowing = (ports: readonly number[], more: Partial<Reach> = {}): Reach => ({
  ...publicReach,
  mayReach: (address, port) =>
    (address === '127.0.0.1' && ports.includes(port)) || publicReach.mayReach(address, port),
  ...more,
});

describe('addresses', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::1',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'localhost',
    '',
    '1.2.3',
  ])('%s is inside, or no address', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    '8.8.8.8',
    '203.150.1.1',
    '172.32.0.1',
    '172.15.0.1',
    '100.128.0.1',
    '2001:4860:4860::8888',
    '2404:6800::1',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test('no private address is public, however an IPv6 address dresses it', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const inside = fc.oneof(
      fc.tuple(fc.constant(10), octet, octet, octet),
      fc.tuple(fc.constant(127), octet, octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
    );
    fc.assert(
      fc.property(inside, (octets) => {
        const v4 = octets.join('.');
        const hex = octets.map((one) => one.toString(16).padStart(2, '0'));
        const six = `2002:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}::1`;
        for (const address of [v4, `::ffff:${v4}`, `::${v4}`, `64:ff9b::${v4}`, six])
          expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });
});

describe('asking', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/latest/meta-data/',
    'http://169.254.169.254/latest/meta-data/',
    'http://user:pass@8.8.8.8/',
    'http://8.8.8.8:22/',
    'http://8.8.8.8:5432/',
    'file:///etc/passwd',
    'ftp://8.8.8.8/x',
  ])('%s is refused before anything is sent', async (url) => {
    const reach = { ...publicReach, resolve: () => Promise.reject(new Error('no name is asked for')) };
    expect(await fetchEvidence(url, 'page', reach)).toEqual({ outcome: 'not-public' });
  });

  test('a name that means this machine is refused, also when it has a public address beside', async () => {
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.5'], ['2404:6800::1', '::1']]) {
      const reach = { ...publicReach, resolve: async () => addresses };
      expect(await fetchEvidence('http://evidence.example/', 'page', reach)).toEqual({
        outcome: 'not-public',
      });
    }
  });

  test('this installation’s own public addresses are refused, in every spelling and by every name', async () => {
    const card = { netmask: '', mac: '', internal: false, cidr: null };
    const cards = () => ({
      eth0: [
        { ...card, address: '203.150.9.9', family: 'IPv4' as const },
        { ...card, address: '2404:6800::9', family: 'IPv6' as const, scopeid: 0 },
        { ...card, address: 'fe80::1%eth0', family: 'IPv6' as const, scopeid: 2 },
      ],
    });
    const names: Record<string, readonly string[]> = {
      'office.example': ['203.150.7.7'],
      'elsewhere.example': ['203.150.7.7'],
      'mixed.example': ['8.8.8.8', '203.150.9.9'],
    };
    const reach = reachBeside('https://office.example/', cards, async (name) => names[name] ?? []);
    for (const url of [
      'http://203.150.9.9/',
      'https://[2404:6800:0:0::9]:8443/',
      'http://office.example:8080/',
      'http://elsewhere.example/',
      'http://203.150.7.7/',
      'http://mixed.example/',
    ])
      expect(await fetchEvidence(url, 'page', reach)).toEqual({ outcome: 'not-public' });
    expect(reach.mayReach('203.150.1.1', 443)).toBe(true);
    // A public name that nothing knows shuts out nobody else.
    const lost = reachBeside('https://nowhere.example/', cards, () => Promise.reject(new Error('unknown')));
    expect(await lost.own()).toEqual(['203.150.9.9', '2404:6800::9', 'fe80::1%eth0']);
  });

  test('a name that changes its mind: it is asked once a step, and the connection goes where the look went', async () => {
    let hits = 0;
    const port = await serve((_request, answer) => {
      hits += 1;
      answer.end('<p>evidence');
    });
    let asked = 0;
    const reach = allowing([port], {
      // The first answer may be reached; any later one would lead to another machine.
      resolve: async () => (++asked === 1 ? ['127.0.0.1'] : ['10.0.0.9']),
    });
    expect(await fetchEvidence(`http://rebinding.invalid:${port}/`, 'page', reach)).toMatchObject({
      outcome: 'good',
    });
    expect([asked, hits]).toEqual([1, 1]);
  });

  test('rebinding to this machine on the second step is refused', async () => {
    let secret = 0;
    const inside = await serve((_request, answer) => {
      secret += 1;
      answer.end('secret');
    });
    const outside = await serve((_request, answer) =>
      answer.writeHead(302, { location: `http://rebinding.invalid:${inside}/secret` }).end(),
    );
    let asked = 0;
    const reach = allowing([outside], {
      resolve: async () => (++asked === 1 ? ['127.0.0.1'] : ['127.0.0.1']),
    });
    const url = `http://rebinding.invalid:${outside}/`;
    expect(await fetchEvidence(url, 'page', reach)).toEqual({ outcome: 'not-public' });
    expect([asked, secret]).toEqual([2, 0]);
  });

  test.each([
    'http://169.254.169.254/latest/meta-data/iam/',
    'http://[::ffff:169.254.169.254]/',
    'http://localhost/',
    'file:///etc/passwd',
    '//10.0.0.1/',
  ])('a redirect to %s is not followed', async (location) => {
    const port = await serve((_request, answer) => answer.writeHead(302, { location }).end());
    const reach = allowing([port]);
    expect(await fetchEvidence(`http://127.0.0.1:${port}/`, 'page', reach)).toEqual({
      outcome: 'not-public',
    });
  });

  test('a ring of redirects ends', async () => {
    let hits = 0;
    const port = await serve((_request, answer) => {
      hits += 1;
      answer.writeHead(301, { location: '/again' }).end();
    });
    expect(await fetchEvidence(`http://127.0.0.1:${port}/`, 'page', allowing([port]))).toEqual({
      outcome: 'too-many-redirects',
    });
    expect(hits).toBe(6);
  });

  test('a site that never ends, and one that never answers, cost a bounded time and a bounded memory', async () => {
    const endless = await serve((_request, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' });
      const write = () => {
        while (answer.write(Buffer.alloc(16 * 1024, 97)));
        answer.once('drain', write);
      };
      write();
    });
    expect(await fetchEvidence(`http://127.0.0.1:${endless}/`, 'page', allowing([endless]))).toMatchObject({
      outcome: 'good',
    });
    const silent = await serve(() => undefined);
    const reach = allowing([silent], { timeoutMs: 300 });
    expect(await fetchEvidence(`http://127.0.0.1:${silent}/`, 'page', reach)).toEqual({ outcome: 'timeout' });
  });

  test('nobody at the door is said so', async () => {
    const port = await serve(() => undefined);
    servers.splice(0)[0]!.close();
    expect(await fetchEvidence(`http://127.0.0.1:${port}/`, 'page', allowing([port]))).toEqual({
      outcome: 'unreachable',
    });
  });

  test('we come as anybody would: no cookie, no credentials', async () => {
    let headers: Record<string, unknown> = {};
    const port = await serve((request, answer) => {
      headers = request.headers;
      answer
        .writeHead(request.url === '/' ? 302 : 200, { location: '/next', 'set-cookie': 'session=1' })
        .end('x');
    });
    await fetchEvidence(`http://127.0.0.1:${port}/`, 'page', allowing([port]));
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });
});

describe('what an answer means', () => {
  const answer = (change: object = {}) => ({
    status: 200,
    contentType: 'text/html',
    head: Buffer.from('<html>'),
    url: 'https://agency.example/page',
    wasRedirected: false,
    ...change,
  });
  test('being sent to sign in is a barrier, a page that mentions it is none', () => {
    const login = { url: 'https://agency.example/member/login.php?back=/x', wasRedirected: true };
    expect(judgeAnswer(answer(login), 'page')).toBe('login');
    expect(judgeAnswer(answer({ ...login, wasRedirected: false }), 'page')).toBe('good');
    expect(judgeAnswer(answer({ url: 'https://sso.agency.example/', wasRedirected: true }), 'page')).toBe(
      'login',
    );
    expect(judgeAnswer(answer({ status: 401 }), 'page')).toBe('login');
    const box = Buffer.from('<form><input class="a" type="password">');
    expect(judgeAnswer(answer({ head: box }), 'page')).toBe('good');
    expect(judgeAnswer(answer({ head: box, wasRedirected: true }), 'page')).toBe('login');
  });
  test('a file is told by its first bytes: a site that answers every address with a page fools nobody', () => {
    const pdf = { contentType: 'application/octet-stream', head: Buffer.from('%PDF-1.7') };
    expect(judgeAnswer(answer(pdf), 'pdf')).toBe('good');
    expect(judgeAnswer(answer({ contentType: 'application/pdf' }), 'pdf')).toBe('wrong-format');
    const xlsx = {
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      head: Buffer.from('PK\u0003\u0004'),
    };
    expect(judgeAnswer(answer(xlsx), 'xlsx')).toBe('good');
    expect(judgeAnswer(answer(pdf), 'xlsx')).toBe('wrong-format');
    expect(judgeAnswer(answer({ status: 404 }), 'page')).toBe('error');
  });
});
