/** The form of a public question; while it is typed, signs of persons are pointed out beside it. */
import { type FormEvent, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { EthicsRefusal } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { personsIn } from '../persons-in.ts';
import type { QuestionDesk } from '../read-questions.ts';
import { questionsText } from '../text.ts';
import { citationLines, type TypedQuestion } from './posted-question.ts';

type Props = {
  readonly locale: Locale;
  readonly desk: QuestionDesk;
  readonly id: string;
  readonly caseId?: string;
  /** Names told in the conversation; undefined while it is sealed. */
  readonly told: readonly string[] | undefined;
  readonly typed: TypedQuestion | undefined;
  readonly problem: EthicsRefusal | undefined;
};

export function QuestionForm({ locale, desk, id, caseId, told, typed, problem }: Props) {
  const text = questionsText(locale).office;
  const isBusy = useNavigation().state !== 'idle';
  const before = typed ?? textOf(desk);
  const [said, setSaid] = useState(
    `${before.questionTh}\n${before.answerTh}\n${before.questionEn}\n${before.answerEn}`,
  );
  const signs = personsIn(said, told ?? []);
  const read = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    setSaid(['questionTh', 'answerTh', 'questionEn', 'answerEn'].map((name) => form.get(name)).join('\n'));
  };
  const area = (name: 'questionTh' | 'answerTh' | 'questionEn' | 'answerEn', isRequired: boolean) => (
    <div className="field">
      <label htmlFor={name}>{text[name]}</label>
      <textarea
        id={name}
        name={name}
        lang={name.endsWith('Th') ? 'th' : 'en'}
        className={name.startsWith('question') ? 'short' : undefined}
        required={isRequired}
        maxLength={name.startsWith('question') ? 2000 : 6000}
        defaultValue={before[name]}
      />
    </div>
  );
  return (
    <Form method="post" onInput={read}>
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      <input type="hidden" name="id" value={id} />
      {caseId ? <input type="hidden" name="caseId" value={caseId} /> : null}
      {area('questionTh', true)}
      {area('answerTh', true)}
      {area('questionEn', false)}
      {area('answerEn', false)}
      <fieldset>
        <legend>{text.standards}</legend>
        {desk.standards.map((standard) => (
          <label key={standard.code} className="choice">
            <input
              type="checkbox"
              name="standards"
              value={standard.code}
              defaultChecked={before.standards.includes(standard.code)}
            />
            <span>
              {standard.name}
              <small>{standard.basis}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{text.sections}</legend>
        <p className="hint">{desk.laws.length > 0 ? text.sectionHint : text.noLaws}</p>
        {desk.laws.length > 0
          ? citationLines.map((at) => {
              const cited = before.sections[at] ?? '';
              const slash = cited.indexOf('/');
              return (
                <div className="two-columns" key={at}>
                  <div className="field">
                    <label htmlFor={`law-${at}`}>
                      {text.law} {at + 1}
                    </label>
                    <select
                      id={`law-${at}`}
                      name={`law-${at}`}
                      defaultValue={slash < 0 ? '' : cited.slice(0, slash)}
                    >
                      <option value="">{text.chooseLaw}</option>
                      {desk.laws.map(({ code, title }) => (
                        <option key={code} value={code}>
                          {title}
                        </option>
                      ))}
                    </select>
                  </div>
                  <div className="field">
                    <label htmlFor={`section-${at}`}>
                      {text.sectionNumber} {at + 1}
                    </label>
                    <input
                      id={`section-${at}`}
                      name={`section-${at}`}
                      autoComplete="off"
                      maxLength={20}
                      defaultValue={slash < 0 ? '' : cited.slice(slash + 1)}
                    />
                  </div>
                </div>
              );
            })
          : null}
      </fieldset>
      <div className={signs.length > 0 ? 'note warn' : 'note'} role="status" id="persons">
        <p>{signs.length > 0 ? text.warning : text.clean}</p>
        {signs.length > 0 ? (
          <ul>
            {signs.map(({ kind, found }) => (
              <li key={kind + found}>
                {text.kinds[kind]}: <strong>{found}</strong>
              </li>
            ))}
          </ul>
        ) : null}
        <p className="small soft">{told ? text.comparing : text.sealedSource}</p>
      </div>
      <button type="submit" className="button act" disabled={isBusy}>
        {text.send}
      </button>
      <p className="hint">{text.sendHint}</p>
    </Form>
  );
}

const textOf = ({ question }: QuestionDesk) => ({
  questionTh: question?.questionTh ?? '',
  answerTh: question?.answerTh ?? '',
  questionEn: question?.questionEn ?? '',
  answerEn: question?.answerEn ?? '',
  standards: question?.standards ?? [],
  sections: question?.sections ?? [],
});
