/** Publishes a paper: both files are kept, the act is in the ledger, and evidence may point to it from then on. */
import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectAnswers } from '../answers/answer.queries.ts';
import { addLink } from '../answers/change-links.ts';
import { paperKinds } from '../item-sets/item-set.ts';
import { type DisclosureNeeds, roleIn } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { makePaper } from './make-paper.ts';
import { paperPdf, paperXlsx } from './paper.ts';
import { paperPath, periods, periodsOf } from './paper-address.ts';
import { papers as words } from './papers-text.th.ts';
import { type Publication, selectPublications } from './publication.queries.ts';

const mostBytes = 20 * 1024 * 1024;

const paperInput = z
  .object({
    id: z.uuid(),
    unitCode: z.string().max(40),
    kind: z.enum(paperKinds),
    fiscalYear: z.coerce.number().int().min(2560).max(2650),
    period: z.enum(periods),
    /** The answer that the paper is evidence of: it is given both addresses, if it is in preparation. */
    answerId: z.union([z.uuid(), z.literal('')]).default(''),
  })
  .refine(({ kind, period }) => periodsOf[kind].includes(period));
export type PaperInput = z.input<typeof paperInput>;

/** Safe to repeat with the same id. */
export async function publishPaper(
  needs: DisclosureNeeds,
  signedIn: SignedIn,
  input: PaperInput,
): Promise<Outcome<Publication>> {
  const parsed = paperInput.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, unitCode, kind, fiscalYear, period, answerId } = parsed.data;
  const { ground, network } = needs;
  const centres = await network.listCentres(ground.now());
  const centre = centres.find(({ code, isOpen }) => code === unitCode && isOpen);
  if (!centre) return refused('not-found');
  const role = roleIn('write', signedIn, centres, centre.id);
  if (!role) return refused('forbidden');
  const [before] = await selectPublications(ground.databases.public, { id });
  if (before) {
    await pointTo(needs, signedIn, before, { unitCode, answerId });
    return done(before);
  }
  const paper = await makePaper(needs, signedIn, { centre, kind, fiscalYear, period });
  if (!paper) return refused('no-figures');
  const now = ground.now();
  const keep = async (bytes: Uint8Array) => {
    const fileId = fileIdOf(id, bytes);
    return {
      id: fileId,
      ...(await ground.files.put(fileId, Readable.from([Buffer.from(bytes)]), mostBytes)),
    };
  };
  const pdf = await keep(await paperPdf(paper, words.centre(centre.nameTh), now));
  const xlsx = await keep(await paperXlsx(paper, now));
  const outcome = await actingAs(
    ground.databases.officer,
    signedIn.actor,
    async (trx): Promise<Outcome<Publication>> => {
      const [last] = await selectPublications(trx, {
        unitId: centre.id,
        paper: { kind, fiscalYear, period },
      });
      const version = (last?.version ?? 0) + 1;
      const made = await trx
        .insertInto('disclosure.publication')
        .values({
          id,
          unit_id: centre.id,
          kind,
          fiscal_year: fiscalYear,
          period,
          version,
          pdf_id: pdf.id,
          pdf_size: pdf.size,
          pdf_sha256: pdf.sha256,
          xlsx_id: xlsx.id,
          xlsx_size: xlsx.size,
          xlsx_sha256: xlsx.sha256,
          published_by: signedIn.person.id,
          published_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) return refused('changed-meanwhile');
      await recordAct(trx, {
        act: 'disclosure.paper-published',
        object: 'publication',
        id,
        unit: centre.code,
        role,
        at: now.toISOString(),
        facts: {
          kind,
          fiscalYear,
          period,
          version,
          pdf: pdf.sha256.toString('hex'),
          xlsx: xlsx.sha256.toString('hex'),
        },
      });
      return done((await selectPublications(trx, { id }))[0]!);
    },
  );
  if (outcome.ok) await pointTo(needs, signedIn, outcome.value, { unitCode, answerId });
  return outcome;
}

/** Follows from the publication and the bytes; the database asks for just this name, so that no other file is published. */
function fileIdOf(id: string, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest();
  const name = createHash('sha256')
    .update(Buffer.from(id.replaceAll('-', ''), 'hex'))
    .update(sha256);
  const hex = name.digest('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Adds the paper's lasting addresses to the answer; what the answer has already, or may not take now, stays as it is. */
async function pointTo(
  needs: DisclosureNeeds,
  signedIn: SignedIn,
  { kind, fiscalYear, period, unitId }: Publication,
  { unitCode, answerId }: { readonly unitCode: string; readonly answerId: string },
): Promise<void> {
  if (answerId === '') return;
  const [answer] = await actingAs(needs.ground.databases.officer, signedIn.actor, (trx) =>
    selectAnswers(trx, { id: answerId }),
  );
  if (answer?.unitId !== unitId || answer.state !== 'preparing') return;
  for (const ending of ['pdf', 'xlsx'] as const) {
    const path = paperPath({ unitCode, fiscalYear, kind, period, ending });
    await addLink(needs, signedIn, {
      id: randomUUID(),
      answerId,
      url: new URL(path, needs.ground.publicUrl).href,
      format: ending,
    });
  }
}
