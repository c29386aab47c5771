/**
 * Lets few pieces of work run at once, first come, first served. Decisions about seats wait for one another in the
 * database; a thousand of them at once would take every connection to wait there, and other pages would stand still.
 */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function makeGate(width: number): Gate {
  let free = width;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
