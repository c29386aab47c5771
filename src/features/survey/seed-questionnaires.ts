/** Loads the questionnaires that ship; versions that a planner has written stay. */
import type { InTransaction } from '#platform/database/connection.ts';
import { insertParts } from './questionnaire.queries.ts';
import { questionnaireSeed, seedIds, seedYears } from './questionnaires.seed.ts';

export async function seedQuestionnaires(trx: InTransaction): Promise<void> {
  for (const fiscalYear of seedYears) {
    const made = await trx
      .insertInto('survey.questionnaire')
      .values({
        id: seedIds[fiscalYear],
        fiscal_year: fiscalYear,
        version: 1,
        title_th: 'แบบสำรวจความโปร่งใสภายในหน่วยงาน',
        title_en: 'Internal integrity survey',
        band_question_th: 'ท่านทำงานในหน่วยงานนี้มานานเท่าใด',
        band_question_en: 'How long have you worked in this office?',
        words_question_th: 'มีอะไรที่อยากให้หน่วยงานแก้ไขหรือทำให้ดีขึ้น',
        words_question_en: 'What should the office mend or do better?',
        smallest_group: 10,
        state: 'in-force',
        basis_th: 'ชื่อตัวชี้วัดที่ 1–5 ตามแบบวัด IIT ของการประเมิน ITA ข้อคำถามและจำนวนขั้นต่ำ 10 คนเป็นของระบบนี้เอง',
        basis_en:
          'Names of indicators 1–5 as in the IIT of the ITA; the statements and the smallest group of 10 are the platform’s own',
        source: 'ITA (สำนักงาน ป.ป.ช.)',
        status: 'unconfirmed',
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made) await insertParts(trx, made.id, questionnaireSeed);
  }
}
