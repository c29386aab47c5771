/** A limit without addresses: one bucket for everybody, in memory only. */

export type TokenBucket = {
  /** Takes one token; false when none is left. */
  readonly take: () => boolean;
  /** Whether a token could be taken now. */
  readonly hasOne: () => boolean;
};

/** `size` at most, refilled at `perSecond`. */
export function tokenBucket(size: number, perSecond: number, now: () => Date): TokenBucket {
  let tokens = size;
  let at = now().getTime();
  const refill = () => {
    const time = now().getTime();
    tokens = Math.min(size, tokens + (Math.max(0, time - at) / 1000) * perSecond);
    at = time;
  };
  return {
    take: () => {
      refill();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    hasOne: () => {
      refill();
      return tokens >= 1;
    },
  };
}

/** Work that needs a token and room. */
export function gate(bucket: TokenBucket, room: ReturnType<typeof narrow>) {
  return async <T>(work: () => Promise<T>): Promise<T | undefined> =>
    bucket.take() ? room(work) : undefined;
}

/** Runs at most `width` works at a time and lets at most `queue` wait; `undefined` when there is no room. */
export function narrow(width: number, queue: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (running >= width) {
      if (waiting.length >= queue) return undefined;
      await new Promise<void>((go) => waiting.push(go));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
