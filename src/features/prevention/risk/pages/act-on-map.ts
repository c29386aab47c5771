/** What the forms of the map's pages ask for, on the server: which use case, and where to go afterwards. */
import { data } from 'react-router';
import type { SignedIn } from '#features/network/index.ts';
import type { App } from '#main/app.ts';
import { textOf } from '#platform/http/limited-form.ts';
import { type MapStep, mapSteps, type Outcome, type RiskRefusal } from '../risk.ts';

export async function actOnMap(
  app: App,
  signedIn: SignedIn,
  mapId: string,
  form: FormData,
): Promise<{ outcome: Outcome<unknown>; to: string }> {
  const intent = textOf(form, 'intent');
  const id = textOf(form, 'id');
  const page = `/office/risks/${mapId}`;
  if (intent === 'remove' || intent === 'restore') {
    const what = { mapId, riskId: textOf(form, 'risk'), isRemoved: intent === 'remove' };
    const outcome = await app.risks.removeRisk(signedIn, what);
    return { outcome, to: `${page}?done=${intent === 'remove' ? 'removed' : 'restored'}` };
  }
  if (intent === 'discard')
    return { outcome: await app.risks.discard(signedIn, mapId), to: '/office/risks?done=discarded' };
  if (intent === 'version') {
    const outcome = await app.risks.startVersion(signedIn, { id, mapId, reason: textOf(form, 'reason') });
    return { outcome, to: outcome.ok ? `/office/risks/${outcome.value.id}?done=started` : page };
  }
  const step = mapSteps.find((one) => one === intent) as MapStep;
  const remarks = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith('remark-') && typeof value === 'string' && value.trim() !== ''
      ? [{ risk: name.slice('remark-'.length), text: value.trim() }]
      : [],
  );
  const outcome = await app.risks.step(signedIn, {
    ...{ id, mapId, revision: textOf(form, 'revision'), step },
    ...{ reason: textOf(form, 'reason'), remarks },
  });
  return { outcome, to: `${page}?done=${step}` };
}

/** A refusal as the answer of an action. */
export const problemOf = (refused: { readonly code: RiskRefusal; readonly fields?: readonly string[] }) =>
  data(
    { code: refused.code, fields: refused.fields ?? [] },
    { status: refused.code === 'forbidden' ? 403 : refused.code === 'not-found' ? 404 : 409 },
  );
