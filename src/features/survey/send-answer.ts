/**
 * An answer comes by a page without cookie and with one code or token. The ledger gets no entry, the log no body, the
 * database no link: what is spent and what was said are written apart (survey.send), and mixed (survey.mix).
 */
import { sql } from 'kysely';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Ground } from '#platform/ground.ts';
import { readKey } from './code-rules.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { type Answer, notSaid, type Questionnaire, type Round } from './survey.ts';
import { hashOf, isGenuine } from './token.ts';

export type Sent = { readonly key: string; readonly answer: Answer };

/** Safe to repeat: of one code or token one answer counts, the first. */
export async function sendAnswer(
  { databases, secrets, now }: Ground,
  { round, questionnaire }: { readonly round: Round; readonly questionnaire: Questionnaire },
  { key: typed, answer }: Sent,
): Promise<Outcome<{ readonly counted: boolean }>> {
  const key = readKey(typed);
  if (!key) return refused('bad-code');
  if (lacking(questionnaire, answer).length > 0) return refused('not-all-answered');
  if (key.kind === 'token' && !isGenuine(secrets.tokenKey, round.id, key)) return refused('unknown-code');
  const isKnownBand = questionnaire.bands.some(({ code }) => code === answer.band);
  const choices = Object.fromEntries(questionnaire.items.map(({ code }) => [code, answer.choices[code]]));
  const words = questionnaire.wordsQuestion.th ? answer.words.trim().slice(0, 2000) : '';
  const { rows } = await sql<{ said: string }>`
    select survey.send(
      ${round.id},
      ${hashOf(secrets.tokenKey, round.id, key)},
      ${key.kind === 'code'},
      ${isKnownBand ? answer.band : notSaid},
      ${JSON.stringify(choices)}::jsonb,
      ${words},
      ${civilDate(now())}) as said`.execute(databases.public);
  const { said } = rows[0]!;
  if (said === 'counted' || said === 'already') return done({ counted: said === 'counted' });
  return refused(said === 'unknown-code' ? 'unknown-code' : said === 'not-open' ? 'not-open' : 'not-found');
}

/** Items without a step of the scale: every one is asked of everybody, and "don't know" is an answer. */
export function lacking({ items, choices }: Questionnaire, answer: Answer): readonly string[] {
  const known = new Set(choices.map(({ code }) => code));
  return items.map(({ code }) => code).filter((code) => !known.has(answer.choices[code] ?? ''));
}
