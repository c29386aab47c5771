/** Members of the committee and how far each has come; further members are named by centre. */
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { RoundView } from '../read-round.ts';
import { honoursText } from '../text.ts';

type CommitteeProps = {
  readonly locale: Locale;
  readonly view: RoundView;
  readonly centre: number | undefined;
};

export function Committee({ locale, view, centre }: CommitteeProps) {
  const words = honoursText(locale).round;
  const isBusy = useNavigation().state !== 'idle';
  return (
    <>
      <h2>{words.committee}</h2>
      <p className="soft measure">{words.committeeHint}</p>
      {view.members.length === 0 ? (
        <p className="soft">{words.noMembers}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{words.committee}</caption>
          <thead>
            <tr>
              <th scope="col">{words.member}</th>
              <th scope="col">{words.scored}</th>
            </tr>
          </thead>
          <tbody>
            {view.members.map((one) => (
              <tr key={one.name}>
                <td>{one.name}</td>
                <td data-label={words.scored}>{words.scoredOf(String(one.scored), String(one.toScore))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Form method="get" className="row filter short">
        <label htmlFor="centre">{words.fromCentre}</label>
        <select id="centre" name="centre" defaultValue={centre}>
          {view.centres.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {words.show}
        </button>
      </Form>
      {centre !== undefined && view.candidates.length === 0 ? <p className="note">{words.noPeople}</p> : null}
      {view.candidates.length > 0 ? (
        <Form method="post" className="row filter short" key={centre}>
          <input type="hidden" name="id" value={view.round.id} />
          <label htmlFor="personId">{words.person}</label>
          <select id="personId" name="personId">
            {view.candidates.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          <button type="submit" name="intent" value="named" className="button act" disabled={isBusy}>
            {words.name}
          </button>
        </Form>
      ) : null}
    </>
  );
}
