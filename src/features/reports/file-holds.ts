/**
 * Which files of the store are being written or removed in this process. Several may write one file (a connection broke
 * and its sender came again before we noticed); whoever removes one must have it alone.
 */

export type Hold = {
  /** Whether nobody else holds this file. */
  readonly isAlone: () => boolean;
  readonly release: () => void;
};

export type FileHolds = {
  /** To write it; undefined while it is being removed, or when as many files are held as may be. */
  readonly write: (id: string) => Hold | undefined;
  /** To remove it; undefined while anybody holds it. */
  readonly remove: (id: string) => Hold | undefined;
};

/** `most` bounds what half-sent files take on the disk. */
export function fileHolds(most: number): FileHolds {
  const writers = new Map<string, number>();
  const removed = new Set<string>();
  let writing = 0;
  return {
    write(id) {
      if (writing >= most || removed.has(id)) return undefined;
      writing += 1;
      writers.set(id, (writers.get(id) ?? 0) + 1);
      return {
        isAlone: () => writers.get(id) === 1,
        release: () => {
          writing -= 1;
          const left = writers.get(id)! - 1;
          if (left === 0) writers.delete(id);
          else writers.set(id, left);
        },
      };
    },
    remove(id) {
      if (writers.has(id) || removed.has(id)) return undefined;
      removed.add(id);
      return { isAlone: () => true, release: () => removed.delete(id) };
    },
  };
}
