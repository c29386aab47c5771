import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, MAX_FILE_PAYLOAD_BYTES, MAX_MESSAGE_BYTES, pad, unpad } from './padding.ts';

const coded = (code: string) => expect.objectContaining({ code });
const KIB = 1024;

describe('padding of messages', () => {
  it('uses the buckets 1, 4, 16, 64 KiB and then steps of 64 KiB', () => {
    expect([0, 1020, 1021, 4092, 4093, 16_380, 16_381, 65_532].map((size) => bucketOf(size) / KIB)).toEqual([
      1, 1, 4, 4, 16, 16, 64, 64,
    ]);
    expect(bucketOf(65_533)).toBe(128 * KIB);
    expect(bucketOf(600_000)).toBe(640 * KIB);
  });

  it('has room for a story of 200,000 Thai characters and refuses what is too large', () => {
    const story = new TextEncoder().encode('ก'.repeat(200_000));
    expect(unpad(pad(story))).toEqual(story);
    expect(bucketOf(MAX_MESSAGE_BYTES)).toBe(2048 * KIB);
    expect(() => bucketOf(MAX_MESSAGE_BYTES + 1)).toThrow(coded('too-large'));
  });

  it('what was padded comes back, byte for byte, also from a window on a larger buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (payload) => {
        const padded = pad(payload);
        const window = new Uint8Array([1, 2, 3, ...padded]).subarray(3);
        expect(unpad(window)).toEqual(payload);
      }),
    );
  });

  it('refuses a hidden byte, a wrong length, a bucket that is too big, and what is no bucket', () => {
    const hidden = pad(new Uint8Array(10));
    hidden[1023] = 1;
    const longer = pad(new Uint8Array(10));
    longer[3] = 255;
    longer[2] = 255;
    const roomy = new Uint8Array(4096);
    for (const wrong of [hidden, longer, roomy, new Uint8Array(1000), new Uint8Array(3), new Uint8Array()]) {
      expect(() => unpad(wrong)).toThrow(coded('bad-padding'));
    }
  });
});

describe('padding of files (Padmé)', () => {
  it('adds at most 12 percent above 1 KiB, and never shrinks or reorders sizes', () => {
    fc.assert(
      fc.property(fc.integer({ min: KIB, max: MAX_FILE_PAYLOAD_BYTES - 1 }), (size) => {
        const bucket = bucketOf(size, 'file');
        expect(bucket).toBeGreaterThanOrEqual(size + 4);
        expect(bucket).toBeLessThanOrEqual((size + 4) * 1.12);
        expect(bucketOf(size + 1, 'file')).toBeGreaterThanOrEqual(bucket);
      }),
    );
  });

  it('tells few sizes apart: all files up to the limit fall into fewer than 400 buckets', () => {
    let buckets = 0;
    let size = 0;
    while (size <= MAX_FILE_PAYLOAD_BYTES) {
      buckets += 1;
      size = bucketOf(size, 'file') - 3;
    }
    expect(buckets).toBeGreaterThan(50);
    expect(buckets).toBeLessThan(400);
  });

  it('comes back, and is not taken for a message', () => {
    const payload = new Uint8Array(3_000).fill(9);
    const padded = pad(payload, 'file');
    expect(unpad(padded, 'file')).toEqual(payload);
    expect(() => unpad(padded)).toThrow(coded('bad-padding'));
  });
});
