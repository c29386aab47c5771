/** A draft of a questionnaire out of its form: lines emptied in both languages fall out, new lines get the next free code. */
import { nextCode } from './questionnaire-rules.ts';
import type { Questionnaire, Words } from './survey.ts';
import type { Draft } from './write-questionnaire.ts';

type Field = (name: string) => string;

export function draftOf(before: Questionnaire, field: Field): Draft {
  const words = (name: string): Words => ({ th: field(`${name}.th`), en: field(`${name}.en`) });
  const isEmpty = ({ th, en }: Words) => th === '' && en === '';
  const indicators = before.indicators.map(({ code }) => ({ code, name: words(`indicator.${code}`) }));
  const codes = before.items.map(({ code }) => code);
  const items = indicators.flatMap((indicator) => {
    const own = before.items
      .filter((item) => item.indicator === indicator.code)
      .map(({ code }) => ({ code, indicator: indicator.code, prompt: words(`item.${code}`) }));
    const code = nextCode(`${indicator.code}-`, codes);
    return [...own, { code, indicator: indicator.code, prompt: words(`new-item.${indicator.code}`) }];
  });
  const pointsOf = (name: string) => {
    const typed = field(`${name}.points`);
    return typed === '' ? undefined : Number(typed);
  };
  const labelled = (kind: 'choice' | 'band', prefix: string) => {
    const all = kind === 'choice' ? before.choices : before.bands;
    const code = nextCode(
      prefix,
      all.map((one) => one.code),
    );
    return [
      ...all.map((one) => ({ code: one.code, name: `${kind}.${one.code}` })),
      { code, name: `new-${kind}` },
    ];
  };
  return {
    id: before.id,
    title: words('title'),
    bandQuestion: words('bandQuestion'),
    wordsQuestion: words('wordsQuestion'),
    smallestGroup: Number(field('smallestGroup')),
    basis: words('basis'),
    source: field('source'),
    status: field('status') === 'confirmed' ? 'confirmed' : 'unconfirmed',
    indicators,
    items: items.filter(({ prompt }) => !isEmpty(prompt)),
    choices: labelled('choice', 'C')
      .map(({ code, name }) => ({ code, label: words(name), points: pointsOf(name) }))
      .filter(({ label }) => !isEmpty(label)),
    bands: labelled('band', 'B')
      .map(({ code, name }) => ({ code, label: words(name) }))
      .filter(({ label }) => !isEmpty(label)),
  };
}
