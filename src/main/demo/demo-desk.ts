/** The demonstration's desk: a page of its own on another port with accounts, present one-time codes and receipts to try. */
import { createServer, type Server } from 'node:http';
import { codeOf, stepAt } from '#features/network/totp.ts';
import { toDigits, toWords } from '#platform/sealing/receipt.ts';
import { loadWordList } from '#platform/sealing/word-list.ts';
import type { DemoReceipt } from './demo-cases.ts';
import { type DemoAccount, demoPassphrase, demoPassword } from './demo-officers.ts';
import { demoText } from './text.ts';

export type DemoDesk = { readonly address: string; readonly stop: () => Promise<void> };

/** Serves the page on a free loopback port. The codes change every thirty seconds, so the page reads itself anew. */
export async function openDesk(
  site: string,
  accounts: readonly DemoAccount[],
  receipts: readonly DemoReceipt[],
): Promise<DemoDesk> {
  const lists = { th: await loadWordList('th'), en: await loadWordList('en') };
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(page());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    stop: () => close(server),
  };

  function page(): string {
    const { th, en } = { th: demoText('th'), en: demoText('en') };
    const people = accounts.map((account) => {
      const key = account.hasKeys ? demoPassphrase : '–';
      return `<tr><td><code>${account.email}</code><br><small>${account.nameTh} · ${account.nameEn}</small></td><td>${account.unit}</td><td>${account.roles.join(', ')}</td><td><code>${codeOf(account.totp, stepAt(new Date()))}</code></td><td><code>${key}</code></td></tr>`;
    });
    const slips = receipts.map(
      ({ receipt, number }) =>
        `<li>${number}: <code>${toDigits(receipt)}</code><br>${toWords(receipt, lists.th)}<br>${toWords(receipt, lists.en)}</li>`,
    );
    return `<!doctype html><html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="10"><title>${th.title}</title>
<style>body{font:17px/1.6 Sarabun,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}td,th{text-align:start;padding:.4rem .8rem;border-bottom:1px solid #ccc;vertical-align:top}code{font-size:1rem}div{overflow-x:auto}</style></head>
<body><h1>${th.title} · <span lang="en">${en.title}</span></h1>
<p>${th.lead}<br><span lang="en">${en.lead}</span></p>
<p><a href="${site}">${site}</a> · <a href="${site}office">${site}office</a></p>
<p>${th.password} · <span lang="en">${en.password}</span>: <code>${demoPassword}</code></p>
<div><table><thead><tr><th>${th.account}</th><th>${th.centre}</th><th>${th.roles}</th><th>${th.code}</th><th>${th.passphrase}</th></tr></thead><tbody>${people.join('')}</tbody></table></div>
<h2>${th.receipts} · <span lang="en">${en.receipts}</span></h2><ul>${slips.join('')}</ul></body></html>`;
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
