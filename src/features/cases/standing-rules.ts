// What casework rests on the law: deadlines and topics with their basis, for whoever asks which of them name a section.
import type { Queries } from '#platform/database/connection.ts';
import type { Named } from './case.ts';
import type { ClockRule } from './clock-rules.ts';
import { selectClockRules } from './reference.queries.ts';

export type StandingClock = Named &
  Pick<ClockRule, 'code' | 'days' | 'dayUnit' | 'basisTh' | 'basisEn' | 'validFrom'> & {
    /** Begins after the day asked for. */
    readonly isToCome: boolean;
  };

export type StandingTopic = Named & { readonly code: string; readonly basis: string };

export type StandingRules = {
  /** In force on the day or entered for later; of one code the earlier first. */
  readonly clocks: readonly StandingClock[];
  /** In force on the day, in order. */
  readonly topics: readonly StandingTopic[];
};

/** `day` is a civil date, Common Era. Everybody may read these, so any connection serves. */
export async function standingRules(db: Queries, day: string): Promise<StandingRules> {
  const rules = await selectClockRules(db);
  const topics = await db
    .selectFrom('cases.topic')
    .select(['code', 'name_th', 'name_en', 'basis'])
    // Advice is asked for, not reported: a section is not broken by asking about it.
    .where('matter', '!=', 'ethics-advice')
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('sort')
    .execute();
  return {
    clocks: rules
      .filter(({ validTo }) => validTo === undefined || day < validTo)
      .reverse()
      .map(({ code, nameTh, nameEn, days, dayUnit, basisTh, basisEn, validFrom }) => ({
        ...{ code, nameTh, nameEn, days, dayUnit },
        ...{ basisTh, basisEn, validFrom },
        isToCome: day < validFrom,
      })),
    topics: topics.map((row) => ({
      code: row.code,
      nameTh: row.name_th,
      nameEn: row.name_en,
      basis: row.basis,
    })),
  };
}
