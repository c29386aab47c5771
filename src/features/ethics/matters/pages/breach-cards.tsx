/** What hangs on a breach: its finding, the measures or the reason for none, and the handover to discipline. */
import { Form, Link, useActionData, useLoaderData, useNavigation } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { findings } from '../matter.ts';
import { mattersText } from '../text.ts';
import type { MatterView } from '../view-matter.ts';
import type { action, loader } from './matter.tsx';

export function BreachCards() {
  const { locale, view, ids } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const words = mattersText(locale).matter;
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  const { finding, measures, standing } = view;
  const handovers = view.handovers.filter(({ kind }) => kind === 'discipline');
  const mayAct = standing.stage === 'MEASURE' && finding?.finding === 'breach';
  return (
    <>
      <section className="card" aria-labelledby="finding">
        <h2 id="finding">{words.finding}</h2>
        {finding ? (
          <p>
            <strong>{words.findings[finding.finding]}</strong>
            {finding.standards.length > 0 ? `: ${finding.standards.join(', ')}` : null}{' '}
            <span className="soft small">{words.foundOn(day(finding.foundOn))}</span>
          </p>
        ) : (
          <p className="soft">{words.findingNone}</p>
        )}
        {standing.stage === 'FINDING' || (standing.stage === 'MEASURE' && !finding) ? (
          <Form method="post" key={ids[0]}>
            <input type="hidden" name="what" value="finding" />
            <input type="hidden" name="id" value={ids[0]} />
            <fieldset>
              <legend>{words.recordFinding}</legend>
              {findings.map((one) => (
                <label key={one} className="choice">
                  <input type="radio" name="finding" value={one} required />
                  <span>{words.findings[one]}</span>
                </label>
              ))}
            </fieldset>
            <fieldset>
              <legend>{words.standards}</legend>
              {view.standards.map((standard) => (
                <label key={standard.code} className="choice">
                  <input type="checkbox" name="standards" value={standard.code} />
                  <span>
                    {standard.name}
                    <small>
                      {standard.basis}{' '}
                      {standard.unconfirmed ? <span className="tag warn">{words.unconfirmed}</span> : null}
                    </small>
                  </span>
                </label>
              ))}
            </fieldset>
            <button type="submit" className="button main" disabled={isBusy}>
              {words.recordFinding}
            </button>
          </Form>
        ) : null}
      </section>
      <section className="card" aria-labelledby="measures">
        <h2 id="measures">{words.measures}</h2>
        {measures.length + view.noMeasures.length === 0 ? (
          <p className="soft">{standing.stage === 'MEASURE' ? words.closingNeeds : words.measuresNone}</p>
        ) : null}
        <ul>
          {measures.map(({ id, name, takenOn }) => (
            <li key={id}>
              {name} · {day(takenOn)}
            </li>
          ))}
          {view.noMeasures.map(({ id, name }) => (
            <li key={id}>{words.noMeasureIs(name)}</li>
          ))}
        </ul>
        {mayAct ? (
          <Form method="post" key={ids[1]}>
            <input type="hidden" name="what" value="measure" />
            <input type="hidden" name="id" value={ids[1]} />
            <fieldset>
              <legend>{words.measure}</legend>
              {view.possibleMeasures.map((one) => (
                <ChoiceOf key={one.code} name="measure" choice={one} unconfirmed={words.unconfirmed} />
              ))}
            </fieldset>
            <DateField
              name="takenOn"
              label={words.takenOn}
              locale={locale}
              defaultValue={view.today}
              required
            />
            <button type="submit" className="button main" disabled={isBusy}>
              {words.recordMeasure}
            </button>
          </Form>
        ) : null}
      </section>
      {standing.stage === 'MEASURE' && measures.length + view.noMeasures.length === 0 ? (
        <section className="card" aria-labelledby="no-measure">
          <h2 id="no-measure">{words.noMeasure}</h2>
          <p className="hint">{words.noMeasureHint}</p>
          <Form method="post" key={ids[3]}>
            <input type="hidden" name="what" value="no-measure" />
            <input type="hidden" name="id" value={ids[3]} />
            <fieldset aria-labelledby="no-measure">
              {view.possibleReasons.map((one) => (
                <ChoiceOf key={one.code} name="reason" choice={one} unconfirmed={words.unconfirmed} />
              ))}
            </fieldset>
            <button type="submit" className="button" disabled={isBusy}>
              {words.recordNoMeasure}
            </button>
          </Form>
        </section>
      ) : null}
      <section className="card" aria-labelledby="handovers">
        <h2 id="handovers">{words.handovers}</h2>
        <p className="hint">{words.handoverHint}</p>
        {handovers.length === 0 ? <p className="soft">{words.handoverNone}</p> : null}
        <ul>
          {handovers.map(({ id, to, handedOn }) => (
            <li key={id}>
              {'caseId' in to ? (
                <Link to={`/office/cases/${to.caseId}`}>{words.toCase(to.number)}</Link>
              ) : (
                words.toLetter(to.letter)
              )}{' '}
              · {day(handedOn)}
            </li>
          ))}
        </ul>
        {mayAct ? (
          <Form method="post" key={ids[2]}>
            <input type="hidden" name="what" value="handover" />
            <input type="hidden" name="id" value={ids[2]} />
            {(['toNumber', 'letter'] as const).map((name) => (
              <div className="field" key={name}>
                <label htmlFor={name}>{words[name]}</label>
                <p className="hint" id={`${name}-hint`}>
                  {words[`${name}Hint`]}
                </p>
                <input
                  id={name}
                  name={name}
                  maxLength={100}
                  autoComplete="off"
                  aria-describedby={`${name}-hint`}
                  defaultValue={asked?.typed[name]}
                />
              </div>
            ))}
            <DateField
              name="handedOn"
              label={words.handedOn}
              locale={locale}
              defaultValue={view.today}
              required
            />
            <button type="submit" className="button" disabled={isBusy}>
              {words.handOver}
            </button>
          </Form>
        ) : null}
      </section>
    </>
  );
}

type ChoiceOfProps = {
  readonly name: string;
  readonly choice: MatterView['possibleMeasures'][number];
  readonly unconfirmed: string;
};

function ChoiceOf({ name, choice, unconfirmed }: ChoiceOfProps) {
  return (
    <label className="choice">
      <input type="radio" name={name} value={choice.code} required />
      <span>
        {choice.name}
        <small>
          {choice.basis} {choice.unconfirmed ? <span className="tag warn">{unconfirmed}</span> : null}
        </small>
      </span>
    </label>
  );
}
