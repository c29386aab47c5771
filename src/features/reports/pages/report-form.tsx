/** The questions of the report form, in order, as plain HTML. */
import { Heading } from '#interface/heading.tsx';
import { citizenPath } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { PublicCentre } from '../addressing.ts';
import type { Answers, Problem } from '../form-rules.ts';
import { formText } from '../form-text.ts';
import type { Topic } from '../needs.ts';
import { identityModes, insiderAnswers } from '../report.ts';
import type { FormRefusal } from '../without-script/file-form.ts';
import { CentreSelect } from './centre-select.tsx';
import { Choice, Field, ProblemLine, problemWords, Step } from './report-fields.tsx';

type ReportFormProps = {
  readonly locale: Locale;
  /** Advice asks less: no accused, no damage, no witnesses. */
  readonly asked: 'report' | 'advice';
  readonly centres: readonly PublicCentre[];
  readonly topics: readonly Topic[];
  readonly seed: string;
  readonly answers: Answers;
  readonly problems: readonly Problem[];
  readonly refusal: FormRefusal | undefined;
  readonly hadFiles: boolean;
};

export function ReportForm(props: ReportFormProps) {
  const { locale, answers, problems, topics } = props;
  const text = wordsFor(locale, props.asked);
  const isReport = props.asked === 'report';
  const one = { locale, problems } as const;
  const ofFiles = problems.filter(({ field }) => field === 'files');
  const ofTopic = problems.find(({ field }) => field === 'topic');
  return (
    <>
      <Heading>{text.heading}</Heading>
      <Notices {...props} />
      <p className="waiting soft">{text.waiting}</p>
      <form
        id="report-form"
        className="report"
        method="post"
        encType="multipart/form-data"
        data-waiting=""
        data-locale={locale}
        data-asked={props.asked}
      >
        <input type="hidden" name="seed" value={props.seed} />
        <div className="progress" id="progress" hidden>
          <p id="progress-says" />
          <progress max={1} value={0} aria-labelledby="progress-says" />
        </div>
        {isReport ? (
          <Step name="about" question={text.about.question} hint={text.about.hint} labels="about">
            <Field {...one} name="about" value={answers.about} hintId="about-hint" />
          </Step>
        ) : null}
        <Step name="centre" question={text.centre.question} hint={text.centre.hint}>
          <CentreSelect locale={locale} centres={props.centres} chosen={answers.centre} />
          <label htmlFor="place">{text.centre.place}</label>
          <p className="hint" id="place-hint">
            {text.centre.placeHint}
          </p>
          <Field {...one} name="place" value={answers.place} hintId="place-hint" />
        </Step>
        <Step name="insider" question={text.insider.question} hint={text.insider.hint}>
          {insiderAnswers.map((answer) => (
            <Choice
              key={answer}
              name="insider"
              value={answer}
              label={text.insider[answer]}
              hint={answer === 'unsure' ? text.insider.unsureHint : undefined}
              isChosen={answers.insider === answer}
            />
          ))}
        </Step>
        <Step name="topic" question={text.topic.question} hint={text.topic.hint} mark={text.required}>
          <ProblemLine id="topic-problem" words={ofTopic && problemWords(locale, ofTopic)} />
          {topics.map((topic) => (
            <Choice
              key={topic.code}
              name="topic"
              value={topic.code}
              label={locale === 'th' ? topic.nameTh : topic.nameEn}
              hint={locale === 'th' ? topic.hintTh : topic.hintEn}
              isChosen={answers.topic === topic.code}
            />
          ))}
        </Step>
        <Step
          name="happened"
          question={text.happened.question}
          hint={text.happened.hint}
          mark={text.required}
          labels="happened"
        >
          <Field {...one} name="happened" value={answers.happened} rows={10} hintId="happened-hint" />
        </Step>
        {(isReport ? (['when', 'source', 'damage', 'wish'] as const) : []).map((name) => (
          <Step key={name} name={name} question={text[name].question} hint={text[name].hint} labels={name}>
            <Field
              {...one}
              name={name}
              value={answers[name]}
              rows={name === 'when' ? undefined : 4}
              hintId={`${name}-hint`}
            />
          </Step>
        ))}
        <Step name="identity" question={text.identity.question} hint={text.identity.hint}>
          {identityModes.map((mode) => (
            <Choice
              key={mode}
              name="identity"
              value={mode}
              label={text.identity[mode]}
              hint={text.identity[`${mode}Hint`]}
              isChosen={answers.identity === mode}
            />
          ))}
          <div id="who">
            <label htmlFor="name">{text.identity.name}</label>
            <Field {...one} name="name" value={answers.name} />
            <label htmlFor="contact">{text.identity.contact}</label>
            <p className="hint" id="contact-hint">
              {text.identity.contactHint}
            </p>
            <Field {...one} name="contact" value={answers.contact} hintId="contact-hint" />
          </div>
        </Step>
        <Step name="files" question={text.files.question} hint={text.files.hint}>
          <noscript>
            <p className="hint">{text.files.hintNoScript}</p>
          </noscript>
          <label htmlFor="files" className="pick">
            {text.files.label}
          </label>
          <input id="files" name="files" type="file" multiple aria-describedby="files-hint files-problem" />
          <ProblemLine
            id="files-problem"
            words={
              ofFiles.map((problem) => problemWords(locale, problem)).join(' ') ||
              (props.hadFiles ? text.problems.filesAgain : undefined)
            }
          />
          <ul id="file-list" className="files" />
          <label className="choice">
            <input type="checkbox" name="clean" value="yes" defaultChecked={answers.clean} />
            <span>
              {text.files.clean}
              <small>{text.files.cleanHint}</small>
            </span>
          </label>
        </Step>
        <Send locale={locale} asked={props.asked} />
        <p className="row steps-nav" id="steps-nav" hidden>
          <button type="button" className="button" data-do="back">
            {text.nav.back}
          </button>
          <button type="button" className="button main" data-do="next">
            {text.nav.next}
          </button>
        </p>
        <div id="leaving" className="leaving" hidden>
          <label className="choice">
            <input type="checkbox" id="keep-draft" />
            <span>
              {text.nav.keep}
              <small>{text.nav.keepHint}</small>
            </span>
          </label>
          <p>
            <button type="button" className="button danger" data-do="leave">
              {text.nav.leave}
            </button>{' '}
            <small className="soft">{text.nav.leaveHint}</small>
          </p>
        </div>
      </form>
    </>
  );
}

/** The form's words; where advice is asked for, its own in their place. */
function wordsFor(locale: Locale, asked: ReportFormProps['asked']) {
  const text = formText(locale);
  if (asked === 'report') return text;
  const { centre, insider, topic, happened, send, ...plain } = text.advice;
  return {
    ...text,
    ...plain,
    centre: { ...text.centre, ...centre },
    insider: { ...text.insider, ...insider },
    topic: { ...text.topic, ...topic },
    happened: { ...text.happened, ...happened },
    send: { ...text.send, ...send },
  };
}

/** What the sender must know before typing: how it is sealed, and what was wrong the last time. */
function Notices({ locale, asked, problems, refusal }: ReportFormProps) {
  const text = wordsFor(locale, asked);
  return (
    <>
      <p id="lead">{text.lead}</p>
      <noscript>
        <div className="note warn">
          <strong>{text.noScript.title}</strong>
          <p>{text.noScript.body}</p>
        </div>
      </noscript>
      <p className="note warn" id="cannot-seal" hidden>
        {text.noScript.cannot}
      </p>
      <div className="note bad" role="alert" id="refusal" hidden={!refusal && problems.length === 0}>
        {refusal ? text.problems[refusal] : problems.length > 0 ? text.problems.summary : null}
        {problems.length > 0 ? (
          <ul>
            {problems.map((problem) => (
              <li key={problem.field + problem.code + problem.value}>
                <a href={`#${problem.field}-problem`}>{problemWords(locale, problem)}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </>
  );
}

function Send({ locale, asked }: Pick<ReportFormProps, 'locale' | 'asked'>) {
  const text = wordsFor(locale, asked);
  return (
    <Step name="send" question={text.send.question}>
      <dl className="review" id="review" />
      <p className="note" id="routing" hidden />
      <div className="send">
        <aside className="card">
          <h3>{text.beside.heading}</h3>
          <p>{text.beside.seen}</p>
          <p>{text.beside.unseen}</p>
          <noscript>
            <p>{text.beside.noScript}</p>
          </noscript>
          <a href={citizenPath(locale, '/privacy')} target="_blank" rel="noreferrer">
            {text.beside.more}
          </a>
        </aside>
        <div>
          <p>{text.send.after}</p>
          <button type="submit" className="button act" id="send">
            {text.send.button}
          </button>
          <p role="status" id="sending-says" />
        </div>
      </div>
    </Step>
  );
}
