/** Reads QR codes from the camera: with the browser's own reader where it has one, else with ZXing as WebAssembly from this site. */
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

type Reader = {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
};
type ReaderClass = {
  new (options: { formats: string[] }): Reader;
  getSupportedFormats: () => Promise<string[]>;
};

/** The same code held before the camera is one scan. */
const sameCodeMs = 3_000;
const pauseMs = 120;

let reader: Promise<Reader> | undefined;

/** Made ready while there is network, so that it is there without. */
export function prepareReader(): Promise<Reader> {
  reader ??= makeReader().catch((error) => {
    reader = undefined;
    throw error;
  });
  return reader;
}

async function makeReader(): Promise<Reader> {
  const { BarcodeDetector: native } = globalThis as unknown as { BarcodeDetector?: ReaderClass };
  if (native && (await native.getSupportedFormats()).includes('qr_code'))
    return new native({ formats: ['qr_code'] });
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  await prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path),
    },
    fireImmediately: true,
  });
  return new BarcodeDetector({ formats: ['qr_code'] }) as unknown as Reader;
}

export type Camera = { readonly stop: () => void };

/** Throws when the camera is refused or missing. A frame that cannot be read is passed over, never the end. */
export async function startCamera(video: HTMLVideoElement, onCode: (text: string) => void): Promise<Camera> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
    audio: false,
  });
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    const ready = await prepareReader();
    video.srcObject = stream;
    await video.play();
    void look(ready);
  } catch (error) {
    stop();
    throw error;
  }
  return { stop };

  async function look(ready: Reader): Promise<void> {
    const seen = new Map<string, number>();
    while (!isStopped) {
      try {
        for (const { rawValue } of video.readyState >= 2 ? await ready.detect(video) : []) {
          const now = Date.now();
          const isNew = now - (seen.get(rawValue) ?? 0) > sameCodeMs;
          seen.set(rawValue, now);
          if (isNew && !isStopped) onCode(rawValue);
        }
      } catch {
        // The next frame is another try.
      }
      await new Promise((go) => setTimeout(go, pauseMs));
    }
  }
}
