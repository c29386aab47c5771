/** The page at the door comes to life here: work, pictures, camera, and the worker that keeps the page for offline. */
import { type Camera, prepareReader, startCamera } from './camera.ts';
import { type DoorState, openDoor } from './door.ts';
import { allowSound, signal } from './signals.ts';
import { openStore } from './store.ts';
import { createView } from './view.ts';
import { doorText } from './words.ts';

/** A list is asked for again after this time; what waits is sent at once. */
const syncEveryMs = 20_000;

const root = document.getElementById('scan')!;
if (await canScan()) await begin();
else showCannot();

async function canScan(): Promise<boolean> {
  if (!isSecureContext || !('indexedDB' in globalThis) || !('serviceWorker' in navigator)) return false;
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    return typeof crypto.randomUUID === 'function';
  } catch {
    return false;
  }
}

function showCannot(): void {
  document.getElementById('cannot')!.hidden = false;
  document.getElementById('loading')!.hidden = true;
}

async function begin(): Promise<void> {
  const store = await openStore();
  // Asks the browser not to throw scans away when the telephone is full.
  void navigator.storage?.persist?.();
  let state: DoorState | undefined;
  let camera: Camera | undefined;
  let lastResult: DoorState['result'];
  const words = () => doorText(state?.settings.locale ?? 'th');

  const view = createView(root, {
    letIn: (link) => void door.letIn(link),
    typed: (text) => {
      if (/^\s*PT1:/i.test(text)) {
        // A reader that types what it reads, or a ticket pasted.
        if (text.trim().length >= 158) {
          view.clearTyped();
          void door.scanCode(text);
        }
        return;
      }
      const { locale } = state!.settings;
      view.showFound(
        door.find(text).map(({ id, name, centreTh, centreEn }) => ({
          id,
          name,
          centre: locale === 'en' ? centreEn : centreTh,
        })),
        text.trim().length >= 2,
        words(),
      );
    },
    choose: (id) => {
      view.clearTyped();
      void door.choose(id);
    },
    chooseSession: (key) => void door.chooseSession(key),
    toggleCamera: async (video) => {
      if (camera) {
        camera.stop();
        camera = undefined;
        view.showCamera(false, false, words());
        return;
      }
      try {
        view.showCamera(true, false, words());
        camera = await startCamera(video, (text) => void door.scanCode(text));
      } catch {
        view.showCamera(false, true, words());
      }
    },
    switchLanguage: () => void door.setLocale(state?.settings.locale === 'en' ? 'th' : 'en'),
    setSound: (on) => void door.setSound(on),
    refresh: () => void door.sync(),
    erase: () => void door.erase(),
  });

  const door = await openDoor(store, (next) => {
    state = next;
    view.draw(next);
    if (next.result && next.result !== lastResult && next.settings.sound) signal(next.result.verdict);
    lastResult = next.result;
  });
  root.addEventListener('pointerdown', allowSound, { once: true });
  root.dataset['ready'] = '';

  const link = location.hash.slice(1);
  if (link) {
    // The link is a secret: out of the address and of the history before anything else.
    history.replaceState(null, '', location.pathname);
    await door.letIn(link);
  }
  for (const event of ['online', 'offline']) addEventListener(event, () => void door.sync());
  setInterval(() => void door.sync(), syncEveryMs);
  void door.sync();
  await keepForOffline(root.dataset['worker']!);
}

/** Once the worker stands behind the page, the reader of codes is fetched through it and so kept as well. */
async function keepForOffline(script: string): Promise<void> {
  await navigator.serviceWorker.register(script, { scope: '/scan' }).catch(() => undefined);
  if (!navigator.serviceWorker.controller)
    await new Promise((go) =>
      navigator.serviceWorker.addEventListener('controllerchange', go, { once: true }),
    );
  await prepareReader().catch(() => undefined);
  root.dataset['offline'] = '';
}
