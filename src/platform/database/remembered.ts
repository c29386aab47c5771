/** Small reference data that every request needs and that changes a few times a year: asked of the database once in a while. */

/**
 * Wraps a load so that its answer serves for `forMs` milliseconds; those who ask meanwhile share one question.
 * A failed load is forgotten at once. A change is therefore seen after `forMs` at the latest.
 */
export function remembered<T>(load: () => Promise<T>, forMs: number): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let until = 0;
  return () => {
    const now = performance.now();
    if (answer && now < until) return answer;
    until = now + forMs;
    answer = load().catch((error) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
