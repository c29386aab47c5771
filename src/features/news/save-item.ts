/** Saves an announcement: a new draft, or the next version of what is there. Saving the same twice is saving once. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { canonicalJson } from '#platform/sealing/canonical-json.ts';
import {
  keepKnown,
  replaceRelated,
  selectItem,
  selectItemToChange,
  selectVersionContent,
} from './editing.queries.ts';
import { editorRole } from './news.policies.ts';
import { type SavedItem, savedItem } from './news.schemas.ts';
import { done, type Outcome, refused } from './news.ts';
import { defaultSlug, isComplete } from './news-rules.ts';
import { type StoredPicture, storePicture } from './store-picture.ts';
import { wordingHash } from './wording-hash.ts';

export type Saved = { readonly id: string; readonly version: number };

/** `picture`: bytes of a new one. `madeFrom`: `kind:id` of what the draft was made from. */
export async function saveItem(
  { ground, network }: { ground: Ground; network: Network },
  signedIn: SignedIn,
  input: SavedItem,
  { picture, madeFrom }: { picture?: Uint8Array | undefined; madeFrom?: string | undefined } = {},
): Promise<Outcome<Saved>> {
  const parsed = savedItem.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const item = parsed.data;
  const role = editorRole(signedIn.appointments, item.unitId);
  if (!role) return refused('forbidden');
  if (picture && item.altTh === '') return refused('alt-missing');
  const centre = (await network.listCentres(ground.now())).find(({ id }) => id === item.unitId);
  if (!centre?.isOpen) return refused('not-found');
  const stored = picture ? await storePicture(ground.files, picture) : undefined;
  if (stored && !stored.ok) return stored;

  const forget = async () => stored?.ok && (await ground.files.remove(stored.value.id));
  try {
    const outcome = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      const now = ground.now();
      const written = await write(trx, { item, stored: stored?.value, madeFrom, now }, signedIn, {
        ofMinistry: centre.kind === 'ministry',
      });
      if (!written.ok || !written.value.changed) return written;
      // A draft is nobody's business yet; what is published, or will be at its time, is.
      if (written.value.isApproved)
        await recordAct(trx, {
          act: 'news.changed',
          object: 'news-item',
          id: item.id,
          unit: centre.code,
          role,
          at: now.toISOString(),
          facts: { version: written.value.version, wording: wordingHash(item) },
        });
      return written;
    });
    if (!outcome.ok || !outcome.value.changed) await forget();
    return outcome.ok ? done({ id: item.id, version: outcome.value.version }) : outcome;
  } catch (error) {
    await forget();
    const { constraint } = error as { constraint?: string };
    if (constraint === 'item_slug_key') return refused('slug-taken');
    // The same draft was sent twice at once: the other one has made it by now.
    if (constraint === 'item_pkey')
      return saveItem({ ground, network }, signedIn, input, { picture, madeFrom });
    throw error;
  }
}

type Draft = {
  readonly item: ReturnType<typeof savedItem.parse>;
  readonly stored: StoredPicture | undefined;
  readonly madeFrom: string | undefined;
  readonly now: Date;
};
type Written = { readonly version: number; readonly changed: boolean; readonly isApproved: boolean };

async function write(
  trx: InTransaction,
  { item, stored, madeFrom, now }: Draft,
  signedIn: SignedIn,
  { ofMinistry }: { ofMinistry: boolean },
): Promise<Outcome<Written>> {
  const before = (await selectItemToChange(trx, item.id, [item.unitId])) ?? (await selectItem(trx, item.id));
  if (before && before.unit_id !== item.unitId) return refused('forbidden');
  if (!before && item.baseVersion > 0) return refused('not-found');
  if (before?.state === 'withdrawn') return refused('wrong-state');
  if (before?.state === 'approved' && !isComplete(item)) return refused('not-complete');

  if (stored) await insertPicture(trx, stored, item.unitId, signedIn, now);
  const pictureId = stored?.id ?? (item.removePicture ? null : (before?.picture_id ?? null));
  if (pictureId && item.altTh === '') return refused('alt-missing');
  const related = await keepKnown(
    trx,
    item.related.filter((id) => id !== item.id),
  );
  const wording = wordingOf(item, before?.slug ?? defaultSlug(item.id, now), pictureId);
  const content = canonicalJson({ ...wording, related });
  if (before && before.version !== item.baseVersion) {
    // Sent again because the answer was lost: what stands is what was meant.
    const last = await selectVersionContent(trx, item.id, before.version);
    const same = last !== undefined && canonicalJson(JSON.parse(last)) === content;
    return same && before.version === item.baseVersion + 1
      ? done({ version: before.version, changed: false, isApproved: false })
      : refused('changed-meanwhile');
  }
  const version = item.baseVersion + 1;
  const changed = { ...wording, version, changed_by: signedIn.person.id, changed_at: now };
  if (before) await trx.updateTable('news.item').set(changed).where('id', '=', item.id).execute();
  else
    await trx
      .insertInto('news.item')
      .values({
        ...changed,
        id: item.id,
        unit_id: item.unitId,
        of_ministry: ofMinistry,
        made_from: madeFrom ?? null,
        created_by: signedIn.person.id,
        created_at: now,
      })
      .execute();
  await replaceRelated(trx, item.id, related);
  await trx
    .insertInto('news.item_version')
    .values({ item_id: item.id, version, content, saved_by: signedIn.person.id, saved_at: now })
    .execute();
  return done({ version, changed: true, isApproved: before?.state === 'approved' });
}

function wordingOf(item: Draft['item'], slug: string, pictureId: string | null) {
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    slug: item.slug || slug,
    category: item.category,
    title_th: item.titleTh,
    summary_th: item.summaryTh,
    body_th: item.bodyTh,
    title_en: orNull(item.titleEn),
    summary_en: orNull(item.summaryEn),
    body_en: orNull(item.bodyEn),
    picture_id: pictureId,
    alt_th: orNull(item.altTh),
    alt_en: orNull(item.altEn),
  };
}

async function insertPicture(
  trx: InTransaction,
  picture: StoredPicture,
  unitId: number,
  { person }: SignedIn,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('news.picture')
    .values({
      id: picture.id,
      unit_id: unitId,
      media_type: picture.mediaType,
      size: picture.size,
      sha256: picture.sha256,
      uploaded_by: person.id,
      uploaded_at: now,
    })
    .execute();
}
