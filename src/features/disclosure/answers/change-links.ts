/** Adds an address of evidence to an answer in preparation, or takes one out. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { formats } from '../item-sets/item-set.ts';
import { type DisclosureNeeds, isUuid, roleIn } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectAnswers, selectLinks } from './answer.queries.ts';

const mostLinks = 20;

/** A name and password in an address would be published with it. */
function isEvidenceAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

const linkInput = z.object({
  id: z.uuid(),
  answerId: z.uuid(),
  url: z.string().trim().max(1000).refine(isEvidenceAddress),
  format: z.enum(formats),
});
export type LinkInput = z.input<typeof linkInput>;

/** Safe to repeat with the same id; the same address in the same form is entered once. */
export async function addLink(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  input: LinkInput,
): Promise<Outcome<{ id: string }>> {
  const parsed = linkInput.safeParse(input);
  if (!parsed.success) return refused('not-an-address');
  const { id, answerId, format } = parsed.data;
  const url = new URL(parsed.data.url).href;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const [answer] = await selectAnswers(trx, { id: answerId });
    if (!answer) return refused('not-found');
    const role = roleIn('write', signedIn, centres, answer.unitId);
    if (!role) return refused('forbidden');
    const links = await selectLinks(trx, [answerId]);
    const there = links.find((link) => link.id === id || (link.url === url && link.format === format));
    if (there) return done({ id: there.id });
    if (answer.state !== 'preparing') return refused('wrong-state');
    if (links.length >= mostLinks) return refused('too-many-links');
    const added = await trx
      .insertInto('disclosure.link')
      .values({
        id,
        answer_id: answerId,
        unit_id: answer.unitId,
        url,
        format,
        added_by: signedIn.person.id,
        added_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added)
      await recordAct(trx, {
        act: 'disclosure.link-added',
        object: 'disclosure-answer',
        id: answerId,
        unit: centres.find((centre) => centre.id === answer.unitId)!.code,
        role,
        at: now.toISOString(),
        facts: { item: answer.itemCode, link: id },
      });
    return done({ id });
  });
}

/** Taking out what is gone is no error. */
export async function removeLink(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  { answerId, id }: { readonly answerId: string; readonly id: string },
): Promise<Outcome<{ id: string }>> {
  if (!isUuid(answerId) || !isUuid(id)) return refused('malformed');
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const [answer] = await selectAnswers(trx, { id: answerId });
    if (!answer) return refused('not-found');
    const role = roleIn('write', signedIn, centres, answer.unitId);
    if (!role) return refused('forbidden');
    if (!(await selectLinks(trx, [answerId])).some((link) => link.id === id)) return done({ id });
    if (answer.state !== 'preparing') return refused('wrong-state');
    await trx
      .updateTable('disclosure.link')
      .set({ removed_by: signedIn.person.id, removed_at: now })
      .where('id', '=', id)
      .where('answer_id', '=', answerId)
      .execute();
    await recordAct(trx, {
      act: 'disclosure.link-removed',
      object: 'disclosure-answer',
      id: answerId,
      unit: centres.find((centre) => centre.id === answer.unitId)!.code,
      role,
      at: now.toISOString(),
      facts: { item: answer.itemCode, link: id },
    });
    return done({ id });
  });
}
