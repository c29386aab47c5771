/** Which of the item page's forms was sent, and what it asks for. */
import type { SignedIn } from '#features/network/index.ts';
import { textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import { answerSteps } from '../answers/answer.ts';
import type { Disclosure } from '../index.ts';
import { formats, paperKinds } from '../item-sets/item-set.ts';
import { type Outcome, refused } from '../outcome.ts';
import { periods } from '../publishing/paper-address.ts';

type Of = { readonly unitCode: string; readonly fiscalYear: string; readonly itemCode: string };
type Acted = { readonly outcome: Outcome<unknown>; readonly done: string; readonly act: string };

export async function takeAct(
  disclosure: Disclosure,
  signedIn: SignedIn,
  of: Of,
  form: FormData,
): Promise<Acted> {
  const act = textOf(form, 'act');
  const id = textOf(form, 'id');
  const answerId = textOf(form, 'answerId');
  const format = formats.find((one) => one === textOf(form, 'format'));
  const kind = paperKinds.find((one) => one === textOf(form, 'kind'));
  const period = periods.find((one) => one === textOf(form, 'period'));
  const step = answerSteps.find((one) => one === textOf(form, 'step'));
  if (act === 'save')
    return {
      act,
      done: 'saved',
      outcome: await disclosure.save(signedIn, {
        ...of,
        id,
        baseRevision: textOf(form, 'baseRevision'),
        asOf: dateText(form, 'asOf'),
        ticked: form.getAll('ticked').map(String),
        selfScore: textOf(form, 'selfScore'),
        owner: textOf(form, 'owner'),
        note: textOf(form, 'note'),
      }),
    };
  if (act === 'link' && format)
    return {
      act,
      done: 'linked',
      outcome: await disclosure.addLink(signedIn, { id, answerId, url: textOf(form, 'url'), format }),
    };
  if (act === 'unlink')
    return { act, done: 'unlinked', outcome: await disclosure.removeLink(signedIn, { answerId, id }) };
  if (act === 'check')
    return {
      act,
      done: 'checked',
      outcome: await disclosure.check(signedIn, {
        id,
        unitCode: of.unitCode,
        fiscalYear: Number(of.fiscalYear),
      }),
    };
  if (act === 'publish' && kind && period)
    return {
      act,
      done: 'published',
      outcome: await disclosure.publish(signedIn, {
        id,
        unitCode: of.unitCode,
        kind,
        period,
        fiscalYear: textOf(form, 'fiscalYear'),
        answerId,
      }),
    };
  if (step)
    return {
      act: 'step',
      done: step,
      outcome: await disclosure.step(signedIn, { id, answerId, step, words: textOf(form, 'words') }),
    };
  return { act, done: '', outcome: refused('malformed') };
}
