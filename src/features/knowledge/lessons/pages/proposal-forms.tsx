/** The forms around a proposal for the library: a centre's, and the ministry's decision in both languages. */
import { Form } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { lessonsText } from '../text.ts';
import type { Proposal } from '../typology-proposal.ts';

type Option = { readonly value: string; readonly name: string };
type FormProps = {
  readonly locale: Locale;
  readonly id: string;
  readonly centres: readonly { readonly id: number; readonly name: string }[];
  readonly topics: readonly Option[];
};

const lists = ['signs', 'weak', 'helped'] as const;

export function ProposalForm({ locale, id, centres, topics }: FormProps) {
  const words = lessonsText(locale).library;
  return (
    <Form method="post" className="card narrow-form" aria-labelledby="propose">
      <h2 id="propose">{words.propose}</h2>
      <p className="note">{lessonsText(locale).office.writeHint}</p>
      <input type="hidden" name="id" value={id} />
      <div className="field">
        <label htmlFor="unitId">{lessonsText(locale).office.centre}</label>
        <select id="unitId" name="unitId">
          {centres.map((centre) => (
            <option key={centre.id} value={centre.id}>
              {centre.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="title">{words.title}</label>
        <input id="title" name="title" required minLength={3} maxLength={200} />
      </div>
      <div className="field">
        <label htmlFor="how">{words.how}</label>
        <textarea id="how" name="how" className="short" required minLength={10} maxLength={2000} />
      </div>
      {lists.map((field) => (
        <div className="field" key={field}>
          <label htmlFor={field}>{words[field]}</label>
          <p className="hint" id={`${field}-hint`}>
            {words.onePerLine}
          </p>
          <textarea id={field} name={field} className="short" required aria-describedby={`${field}-hint`} />
        </div>
      ))}
      <fieldset>
        <legend>{words.topics}</legend>
        <div className="two-columns">
          {topics.map((topic) => (
            <label className="choice" key={topic.value}>
              <input type="checkbox" name="topics" value={topic.value} /> {topic.name}
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="button main">
        {words.send}
      </button>
    </Form>
  );
}

type DecisionProps = { readonly locale: Locale; readonly proposal: Proposal; readonly noticeId: string };

/** Begins with the centre's words; the English is the ministry's to add. */
export function ProposalDecision({ locale, proposal, noticeId }: DecisionProps) {
  const words = lessonsText(locale).library;
  const at = (name: string) => `${name}-${proposal.id}`;
  const languages = [
    ['Th', words.thai],
    ['En', words.english],
  ] as const;
  return (
    <details>
      <summary>{words.decide}</summary>
      <Form method="post">
        <input type="hidden" name="id" value={proposal.id} />
        <input type="hidden" name="noticeId" value={noticeId} />
        <div className="field">
          <label htmlFor={at('code')}>{words.code}</label>
          <p className="hint" id={at('code-hint')}>
            {words.codeHint}
          </p>
          <input
            id={at('code')}
            name="code"
            pattern="[a-z0-9][a-z0-9\-]{1,39}"
            aria-describedby={at('code-hint')}
          />
        </div>
        <div className="two-columns">
          {languages.map(([language, name]) => (
            <div key={language}>
              <div className="field">
                <label htmlFor={at(`title${language}`)}>
                  {words.title} ({name})
                </label>
                <input
                  id={at(`title${language}`)}
                  name={`title${language}`}
                  maxLength={200}
                  defaultValue={language === 'Th' ? proposal.title : ''}
                />
              </div>
              {(['how', ...lists] as const).map((field) => (
                <div className="field" key={field}>
                  <label htmlFor={at(`${field}${language}`)}>
                    {words[field]} ({name})
                  </label>
                  <textarea
                    id={at(`${field}${language}`)}
                    name={`${field}${language}`}
                    className="short"
                    maxLength={2000}
                    defaultValue={
                      language === 'En' ? '' : field === 'how' ? proposal.how : proposal[field].join('\n')
                    }
                  />
                </div>
              ))}
            </div>
          ))}
        </div>
        <div className="field">
          <label htmlFor={at('note')}>{words.note}</label>
          <p className="hint" id={at('note-hint')}>
            {words.declineHint}
          </p>
          <textarea
            id={at('note')}
            name="note"
            className="short"
            maxLength={1000}
            aria-describedby={at('note-hint')}
          />
        </div>
        <p className="row">
          <button type="submit" name="act" value="accept" className="button main">
            {words.accept}
          </button>
          <button type="submit" name="act" value="decline" className="button">
            {words.decline}
          </button>
        </p>
      </Form>
    </details>
  );
}
