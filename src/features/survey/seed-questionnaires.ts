/** Loads the questionnaires that ship; versions that a planner has written stay. */
import type { InTransaction } from '#platform/database/connection.ts';
import { insertParts } from './questionnaire.queries.ts';
import { questionnaireHead, questionnaireSeed, seedIds, seedYears } from './questionnaires.seed.ts';

export async function seedQuestionnaires(trx: InTransaction): Promise<void> {
  for (const fiscalYear of seedYears) {
    const made = await trx
      .insertInto('survey.questionnaire')
      .values({
        id: seedIds[fiscalYear],
        fiscal_year: fiscalYear,
        version: 1,
        ...questionnaireHead,
        smallest_group: 10,
        state: 'in-force',
        status: 'unconfirmed',
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made) await insertParts(trx, made.id, questionnaireSeed);
  }
}
