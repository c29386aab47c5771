/** Loads the offences and the rules they share that ship with the product and are not there yet. */
import type { InTransaction } from '#platform/database/connection.ts';
import { criminalCode } from './criminal-code.seed.ts';
import { guidance } from './guidance.seed.ts';
import { seedSource } from './seed-source.seed.ts';
import { specialLaws } from './special-laws.seed.ts';

/** Clocks of casework that run on every report of an official's offence. */
const caseClocks = ['ACK15', 'SCREEN', 'CAT30'];

/** Adds version 1 of each code that has no row at all; what the ministry entered stays. */
export async function seedOffences(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('knowledge.offence')
    .values(
      [...criminalCode, ...specialLaws].map((offence, index) => ({
        code: offence.code,
        version: 1,
        sort: (index + 1) * 10,
        instrument: offence.instrument,
        section: offence.section,
        penalty_section: offence.penaltySection ?? offence.section,
        kind: offence.kind,
        actors: [...offence.actors],
        acts: [...offence.acts],
        topics: [...offence.topics],
        clocks: caseClocks,
        title_th: offence.titleTh,
        title_en: offence.titleEn,
        gist_th: offence.gistTh,
        gist_en: offence.gistEn,
        elements_th: [...offence.elementsTh],
        elements_en: [...offence.elementsEn],
        penalties: JSON.stringify(offence.penalties),
        related: [...offence.related],
        basis: offence.basis,
        source: seedSource,
        // The section was read in the text named, and a test reads its numbers again.
        status: 'confirmed',
        valid_from: offence.validFrom,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('knowledge.guidance')
    .values(
      guidance.map((rule, index) => ({
        code: rule.code,
        version: 1,
        sort: (index + 1) * 10,
        subject: rule.subject,
        body: rule.body ?? null,
        kinds: [...rule.kinds],
        actors: [...rule.actors],
        text_th: rule.textTh,
        text_en: rule.textEn,
        facts: JSON.stringify(rule.facts),
        basis: rule.basis,
        source: rule.source ?? seedSource,
        status: rule.status,
        valid_from: rule.validFrom,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
