/** Work in turn: never more at once than the gate is wide, in the order of asking, and a failure holds nobody up. */
import { expect, test } from 'vitest';
import { makeGate } from './gate.ts';

test('a hundred come at once, three are let in at a time, in order', async () => {
  const gate = makeGate(3);
  let inside = 0;
  let most = 0;
  const begun: number[] = [];
  const all = Array.from({ length: 100 }, (_, at) =>
    gate(async () => {
      begun.push(at);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((done) => setImmediate(done));
      inside -= 1;
      if (at % 7 === 0) throw new Error('one that fails');
      return at;
    }).catch(() => -1),
  );
  const results = await Promise.all(all);
  expect(most).toBe(3);
  expect(begun).toEqual(results.map((_, at) => at));
  expect(results.filter((result) => result === -1)).toHaveLength(15);
});
