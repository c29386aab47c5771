/** Small topics are told together, and never as the only ones that are left. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topicsTold } from './complaint-paper.ts';

const line = (topic: string, received: number, concluded = 0) => ({
  topic,
  received,
  concluded,
  underWay: received - concluded,
});

test('topics below five go together; one alone takes the next smallest with it', () => {
  const [many, some, few, none] = [line('A', 9, 4), line('B', 5), line('C', 2, 1), line('D', 0)] as const;
  expect(topicsTold([many, some, few, none])).toEqual({
    alone: [many, some],
    together: { received: 2, concluded: 1, underWay: 1 },
  });
  expect(topicsTold([many, some, few])).toEqual({
    alone: [many],
    together: { received: 7, concluded: 1, underWay: 6 },
  });
  expect(topicsTold([many, none])).toEqual({ alone: [many], together: undefined });
  expect(topicsTold([])).toEqual({ alone: [], together: undefined });
});

test('nothing is lost from the totals, no topic below five stands alone, and which is hidden cannot be told', () => {
  const lines = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(lines, (received) => {
      const all = received.map((count, at) => line(`T${at}`, count));
      const { alone, together } = topicsTold(all);
      const sum = alone.reduce((total, one) => total + one.received, 0) + (together?.received ?? 0);
      expect(sum).toBe(received.reduce((total, count) => total + count, 0));
      expect(alone.every((one) => one.received >= 5)).toBe(true);
      if (together && all.length > 1) expect(all.length - alone.length).toBeGreaterThan(1);
    }),
  );
});
