/** How many questions of each competency, beside how many the bank holds. */
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { assessmentsText } from '../text.ts';
import type { TestsView } from '../view-tests.ts';

type BlueprintFormProps = {
  readonly locale: Locale;
  readonly view: TestsView;
  /** What was typed, after a refusal. */
  readonly fields: Readonly<Record<string, string>> | undefined;
};

export function BlueprintForm({ locale, view, fields }: BlueprintFormProps) {
  const text = assessmentsText(locale).tests;
  const isBusy = useNavigation().state !== 'idle';
  const total = view.blueprint.reduce((sum, { questions }) => sum + questions, 0);
  const shown = view.isFixed ? view.blueprint.filter(({ questions }) => questions > 0) : view.blueprint;
  const nameOf = ({ nameTh, nameEn }: TestsView['blueprint'][number]) => (locale === 'en' ? nameEn : nameTh);
  return (
    <section aria-labelledby="blueprint">
      <h3 id="blueprint">{text.blueprint}</h3>
      <p className="soft">{view.isFixed ? text.blueprintFixed : text.blueprintLead}</p>
      <Form method="post">
        <input type="hidden" name="what" value="blueprint" />
        <table className="blueprint">
          <caption className="visually-hidden">{text.blueprint}</caption>
          <thead>
            <tr>
              <th scope="col">{text.competency}</th>
              <th scope="col">{text.questions}</th>
              {view.isFixed ? null : <th scope="col">{text.available}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.code}>
                <th scope="row">
                  {each.code} {nameOf(each)}
                </th>
                <td>
                  {view.isFixed ? (
                    each.questions
                  ) : (
                    <input
                      type="number"
                      name={`count-${each.code}`}
                      min={0}
                      max={50}
                      aria-label={text.questionsOf(nameOf(each))}
                      defaultValue={fields?.[`count-${each.code}`] ?? (each.questions || '')}
                    />
                  )}
                </td>
                {view.isFixed ? null : (
                  <td>
                    {each.available}{' '}
                    {each.available < 2 * each.questions ? (
                      <span className="tag warn">{text.short(2 * each.questions - each.available)}</span>
                    ) : null}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="row">
          <strong>{text.total(total)}</strong>
          {view.isFixed ? null : (
            <button type="submit" className="button main" disabled={isBusy}>
              {text.saveBlueprint}
            </button>
          )}
        </p>
      </Form>
    </section>
  );
}
