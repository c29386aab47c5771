/** One question of a test as plain fields: choices, lists to pick from, a line to type in. */
import { Words } from '#interface/heading.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { fieldName, partName } from '../answer-form.ts';
import type { Option } from '../option-order.ts';
import type { Words as Both } from '../question.ts';
import { assessmentsText } from '../text.ts';
import type { ShownQuestion } from '../view-attempt.ts';

type QuestionFieldProps = { readonly locale: Locale; readonly question: ShownQuestion };

export const wordsIn = ({ th, en }: Both, locale: Locale) => (locale === 'en' && en) || th;
export const languageOf = ({ en }: Both, locale: Locale): Locale => (locale === 'en' && en ? 'en' : 'th');

export function QuestionField({ locale, question }: QuestionFieldProps) {
  const text = assessmentsText(locale).take;
  const { place, stem, options } = question;
  const hint = {
    single: text.chooseOne,
    multiple: text.chooseMany,
    matching: text.match,
    ordering: text.order,
    short: text.short,
  }[options.kind];
  return (
    <fieldset className="card test-question" id={`q${place}`} aria-describedby={`q${place}-hint`}>
      <legend>
        <span className="small soft">{text.question(place + 1)}</span>
        <br />
        <span lang={languageOf(stem, locale)}>
          <Words>{wordsIn(stem, locale)}</Words>
        </span>
      </legend>
      <p className="hint" id={`q${place}-hint`}>
        {hint}
      </p>
      <Fields locale={locale} question={question} />
    </fieldset>
  );
}

function Fields({ locale, question }: QuestionFieldProps) {
  const { place, options, answer, stem } = question;
  const name = fieldName(place);
  switch (options.kind) {
    case 'single':
    case 'multiple': {
      const chosen =
        answer?.kind === 'single' ? [answer.chosen] : answer?.kind === 'multiple' ? answer.chosen : [];
      return options.choices.map((choice) => (
        <label className="choice" key={choice.at}>
          <input
            type={options.kind === 'single' ? 'radio' : 'checkbox'}
            name={name}
            value={choice.at}
            defaultChecked={chosen.includes(choice.at)}
          />
          <span lang={languageOf(choice, locale)}>
            <Words>{wordsIn(choice, locale)}</Words>
          </span>
        </label>
      ));
    }
    case 'matching': {
      const pairs = answer?.kind === 'matching' ? answer.pairs : [];
      const right = options.right.map((option) => ({ value: option.at, words: wordsIn(option, locale) }));
      return options.left.map((left) => (
        <Pick key={left.at} {...{ locale, place, option: left, choices: right, chosen: pairs[left.at] }} />
      ));
    }
    case 'ordering': {
      const places = answer?.kind === 'ordering' ? answer.places : [];
      const numbers = options.items.map((_, at) => ({ value: at, words: String(at + 1) }));
      return options.items.map((item) => (
        <Pick key={item.at} {...{ locale, place, option: item, choices: numbers, chosen: places[item.at] }} />
      ));
    }
    case 'short':
      return (
        <input
          name={name}
          aria-label={wordsIn(stem, locale)}
          defaultValue={answer?.kind === 'short' ? answer.text : ''}
          maxLength={300}
          autoComplete="off"
        />
      );
  }
}

type PickProps = {
  readonly locale: Locale;
  readonly place: number;
  readonly option: Option;
  readonly choices: readonly { readonly value: number; readonly words: string }[];
  readonly chosen: number | null | undefined;
};

function Pick({ locale, place, option, choices, chosen }: PickProps) {
  const name = partName(place, option.at);
  return (
    <div className="test-pick">
      <label htmlFor={name} lang={languageOf(option, locale)}>
        <Words>{wordsIn(option, locale)}</Words>
      </label>
      <select id={name} name={name} defaultValue={chosen ?? ''}>
        <option value="">{assessmentsText(locale).take.choose}</option>
        {choices.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
