/** Stretches a receipt away from the page, which stays responsive on slow telephones. */
import type { Receipt } from '#platform/sealing/receipt.ts';
import { stretchReceipt } from '#platform/sealing/receipt-keys.ts';

addEventListener('message', async ({ data }: MessageEvent<string>) => {
  postMessage(await stretchReceipt(BigInt(data) as Receipt));
});
