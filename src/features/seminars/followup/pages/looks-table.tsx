/** The three looks at a plan: when they are due, and what both sides said. */
import { ScrollBox } from '#interface/scroll-box.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { learningText } from '../../learning/text.ts';
import type { FollowUp, Look } from '../follow-up.ts';

type LooksTableProps = { readonly looks: readonly Look[]; readonly locale: Locale };

export function LooksTable({ looks, locale }: LooksTableProps) {
  const words = learningText(locale).plan;
  const said = (answer: FollowUp | undefined) =>
    answer ? `${words.doneWords[answer.done]}${answer.note ? `: ${answer.note}` : ''}` : words.noAnswer;
  return (
    <ScrollBox label={words.looksCaption}>
      <table>
        <caption>{words.looksCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.looks}</th>
            <th scope="col">{words.sides.participant}</th>
            <th scope="col">{words.sides.superior}</th>
          </tr>
        </thead>
        <tbody>
          {looks.map((look) => (
            <tr key={look.step}>
              <th scope="row">
                {words.look(look.step, formatDate(asCivilDate(look.dueOn), locale, 'short'))}
              </th>
              <td>{said(look.participant)}</td>
              <td>{said(look.superior)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
