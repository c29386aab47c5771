/**
 * Keeps the page at the door for when there is no network: its document, styles, fonts, scripts and the reader of codes.
 * Never what the server says of people: that is the page's own store, signed and erasable.
 */
type Waiting = Event & { readonly waitUntil: (work: Promise<unknown>) => void };
type Fetching = Waiting & {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
};
type Worker = {
  readonly location: Location;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: (type: string, listener: (event: never) => void) => void;
};

const worker = self as unknown as Worker;
/** A new build is a new script, and so a new cache. */
const name = `prongsai-scan ${worker.location.pathname}`;
const page = '/scan';
const kept = /^\/(?:assets|islands)\/|^\/scan\/(?:icon\.svg|manifest\.webmanifest)$/;
/** A network that does not answer in this time counts as none. */
const patienceMs = 3_000;

worker.addEventListener('install', (event: Waiting) => {
  event.waitUntil(fill().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event: Waiting) => {
  event.waitUntil(
    (async () => {
      for (const other of await caches.keys())
        if (other.startsWith('prongsai-scan ') && other !== name) await caches.delete(other);
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener('fetch', (event: Fetching) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && pathname === page) event.respondWith(freshOrKept());
  else if (kept.test(pathname)) event.respondWith(keptOrFresh(request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(name);
  const document = await fetch(page, { cache: 'no-store' });
  if (!document.ok) throw new Error('the page cannot be kept');
  await cache.put(page, document.clone());
  const waiting = namedIn(await document.text(), worker.location.origin, /(?:href|src)="(\/[^"]+)"/g);
  const found = new Set<string>();
  // Styles name fonts, scripts name other scripts.
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const { pathname } = new URL(file);
    if (!kept.test(pathname) || found.has(file)) continue;
    found.add(file);
    const answer = await fetch(file);
    if (!answer.ok) throw new Error('a file of the page cannot be kept');
    await cache.put(file, answer.clone());
    if (pathname.endsWith('.css'))
      waiting.push(...namedIn(await answer.text(), file, /url\(["']?([^"')]+\.woff2)/g));
    if (pathname.endsWith('.js'))
      waiting.push(...namedIn(await answer.text(), file, /(?:from|import)\s*\(?\s*["'`](\.[^"'`]+\.js)/g));
  }
}

/** Whole addresses of what a text names. */
const namedIn = (text: string, base: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, path]) => new URL(path!, base).href);

async function freshOrKept(): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const fresh = await fetch(page, { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
    if (!fresh.ok) throw new Error('no page');
    await cache.put(page, fresh.clone());
    return fresh;
  } catch (error) {
    const old = await cache.match(page);
    if (old) return old;
    throw error;
  }
}

async function keptOrFresh(request: Request): Promise<Response> {
  const cache = await caches.open(name);
  const old = await cache.match(request, { ignoreVary: true });
  if (old) return old;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}
