/** One test on the organiser's page: where it stands, its numbers, the steps that are open, and its settings. */
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { ProgressBar } from '#interface/charts/progress-bar.tsx';
import { DateField } from '#interface/fields/date-field.tsx';
import { TimeField } from '#interface/fields/time-field.tsx';
import { civilDate, civilTime } from '#platform/calendar/civil-date.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Phase } from '../drawing-rules.ts';
import type { TestStage } from '../test.ts';
import { assessmentsText } from '../text.ts';
import type { TestsView } from '../view-tests.ts';

const tones: Record<TestStage, string> = {
  draft: 'tag',
  waiting: 'tag deep',
  open: 'tag good',
  closed: 'tag',
};

type TestCardProps = {
  readonly locale: Locale;
  readonly view: TestsView;
  readonly phase: Phase;
  readonly newId: string;
  /** What was typed, after a refusal. */
  readonly fields: Readonly<Record<string, string>> | undefined;
};

export function TestCard(props: TestCardProps) {
  const { locale, view, phase, fields } = props;
  const text = assessmentsText(locale).tests;
  const test = view.tests.find((each) => each.phase === phase);
  const isBusy = useNavigation().state !== 'idle';
  const step = (what: string, words: string, tone = '') => (
    <Form method="post" key={what}>
      <input type="hidden" name="phase" value={phase} />
      <button type="submit" name="what" value={what} className={`button ${tone}`} disabled={isBusy}>
        {words}
      </button>
    </Form>
  );
  return (
    <section className="card" aria-labelledby={phase}>
      <h3 id={phase}>
        {text.phases[phase]}{' '}
        <span className={tones[test?.stage ?? 'draft']}>{text.stages[test?.stage ?? 'draft']}</span>
      </h3>
      {test ? (
        <>
          <p className="small soft">
            {formatDateTime(new Date(test.opensAt), locale)} –{' '}
            {formatDateTime(new Date(test.closesAt), locale)}
          </p>
          {phase === 'post' ? (
            <p className="small">
              {text.enough(view.rule.postTestPercent)}{' '}
              {view.rule.isOwn || view.rule.isConfirmed ? null : (
                <span className="tag warn">{text.unconfirmed}</span>
              )}{' '}
              <span className="soft">{text.enoughHint}</span>
            </p>
          ) : null}
          {test.stage === 'draft' ? null : (
            <>
              <ProgressBar label={text.started} locale={locale} value={test.started} max={view.seats} />
              <ProgressBar
                label={text.finished}
                locale={locale}
                value={test.finished}
                max={view.seats}
                tone="good"
              />
              {test.stage === 'open' ? <p className="small soft">{text.live}</p> : null}
            </>
          )}
          {test.stage === 'draft' ? <p className="hint">{text.releaseHint}</p> : null}
          <div className="row">
            {test.stage === 'draft' ? step('release', text.release, 'act') : null}
            {test.stage === 'waiting' ? step('open', text.open, 'act') : null}
            {test.stage === 'open' ? step('close', text.close) : null}
            {test.stage !== 'draft' && test.started === 0 ? step('withdraw', text.withdraw, 'quiet') : null}
          </div>
        </>
      ) : null}
      <details open={!test || fields !== undefined}>
        <summary>{text.save}</summary>
        <Settings key={String(test?.changedAt)} {...props} test={test} isBusy={isBusy} />
      </details>
    </section>
  );
}

type SettingsProps = TestCardProps & {
  readonly test: TestsView['tests'][number] | undefined;
  readonly isBusy: boolean;
};

/** On the day by default: before from eight, after from three in the afternoon of the last day. */
function Settings({ locale, view, phase, newId, fields, test, isBusy }: SettingsProps) {
  const text = assessmentsText(locale).tests;
  const [began] = useState(newId);
  const day = phase === 'pre' ? view.seminar.startsOn : view.seminar.endsOn;
  const usual = phase === 'pre' ? ['08:00', '09:30'] : ['15:00', '17:00'];
  const dayOf = (at: Date | undefined) => (at ? civilDate(new Date(at)) : day);
  const timeOf = (at: Date | undefined, otherwise: string) => (at ? civilTime(new Date(at)) : otherwise);
  const hasStarted = (test?.started ?? 0) > 0;
  const number = (name: string, label: string, value: number | string, hint: string, most: number) => (
    <div className="field">
      <label htmlFor={`${phase}-${name}`}>{label}</label>
      <p className="hint" id={`${phase}-${name}-hint`}>
        {hint}
      </p>
      <input
        id={`${phase}-${name}`}
        name={name}
        type="number"
        min={name === 'graceMinutes' ? 0 : 1}
        max={most}
        defaultValue={fields?.[name] ?? value}
        readOnly={hasStarted && name !== 'graceMinutes'}
        aria-describedby={`${phase}-${name}-hint`}
      />
    </div>
  );
  return (
    <Form method="post" className="test-settings">
      <input type="hidden" name="what" value="test" />
      <input type="hidden" name="phase" value={phase} />
      <input type="hidden" name="id" value={test?.id ?? began} />
      <input type="hidden" name="changedAt" value={test ? new Date(test.changedAt).toISOString() : ''} />
      <DateField
        name="opensOn"
        label={text.opensOn}
        locale={locale}
        defaultValue={dayOf(test?.opensAt)}
        required
      />
      <TimeField
        name="opensTime"
        label={text.opensTime}
        locale={locale}
        defaultValue={fields?.['opensTime'] ?? timeOf(test?.opensAt, usual[0]!)}
        required
      />
      <DateField
        name="closesOn"
        label={text.closesOn}
        locale={locale}
        defaultValue={dayOf(test?.closesAt)}
        required
      />
      <TimeField
        name="closesTime"
        label={text.closesTime}
        locale={locale}
        defaultValue={fields?.['closesTime'] ?? timeOf(test?.closesAt, usual[1]!)}
        required
      />
      {number('minutes', text.minutes, test ? (test.minutes ?? '') : 30, text.minutesHint, 600)}
      {number('graceMinutes', text.grace, test?.graceMinutes ?? 2, text.graceHint, 60)}
      {number('tries', text.tries, test?.tries ?? 1, text.triesHint, 10)}
      <label className="choice">
        <input
          type="checkbox"
          name="showsAnswers"
          value="1"
          defaultChecked={fields ? fields['showsAnswers'] === '1' : (test?.showsAnswers ?? true)}
        />
        {text.showsAnswers}
      </label>
      <button type="submit" className="button main" disabled={isBusy}>
        {text.save}
      </button>
    </Form>
  );
}
