/** An answer in words, one line a part: for who looks over what was right. */
import type { Locale } from '#platform/text/messages.ts';
import type { Answer, Body, Words } from '../question.ts';

export function answerLines(body: Body, answer: Answer | undefined, locale: Locale): readonly string[] {
  const words = (option: Words | undefined) => (option ? (locale === 'en' && option.en) || option.th : '');
  if (!answer) return [];
  if ((body.kind === 'single' || body.kind === 'multiple') && 'chosen' in answer) {
    const chosen = typeof answer.chosen === 'number' ? [answer.chosen] : answer.chosen;
    return chosen.map((at) => words(body.choices[at]));
  }
  if (body.kind === 'matching' && answer.kind === 'matching')
    return body.left.flatMap((left, at) => {
      const pair = answer.pairs[at];
      return pair === null || pair === undefined ? [] : [`${words(left)} → ${words(body.right[pair])}`];
    });
  if (body.kind === 'ordering' && answer.kind === 'ordering')
    return body.items
      .map((item, at) => ({ item, place: answer.places[at] }))
      .filter((one): one is { item: Words; place: number } => typeof one.place === 'number')
      .sort((a, b) => a.place - b.place)
      .map(({ item, place }) => `${place + 1}. ${words(item)}`);
  return answer.kind === 'short' && answer.text !== '' ? [answer.text] : [];
}
