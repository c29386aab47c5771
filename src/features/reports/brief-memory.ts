/** Remembers for half a minute what every sending asks and hardly ever changes: topics, outcomes, deadlines. */
import type { CaseFacts } from './needs.ts';

const KEPT_MS = 30_000;

export function briefly(cases: CaseFacts, now: () => Date): CaseFacts {
  return {
    listTopics: perDay(cases.listTopics, now),
    listOutcomes: perDay(cases.listOutcomes, now),
    clocksOnReceipt: perDay(cases.clocksOnReceipt, now),
    clocksOnContest: perDay(cases.clocksOnContest, now),
  };
}

function perDay<T>(ask: (day: string) => Promise<T>, now: () => Date): (day: string) => Promise<T> {
  let kept: { day: string; until: number; answer: Promise<T> } | undefined;
  return (day) => {
    const time = now().getTime();
    if (kept && kept.day === day && kept.until > time) return kept.answer;
    const answer = ask(day);
    kept = { day, until: time + KEPT_MS, answer };
    // A failure is not remembered: the next sending asks again.
    answer.catch(() => {
      if (kept?.answer === answer) kept = undefined;
    });
    return answer;
  };
}
