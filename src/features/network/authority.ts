/** Asks the policies about a centre by its code: who may, and in which role the act is then recorded. */
import type { Queries } from '#platform/database/connection.ts';
import { type Act, mayAs } from './network.policies.ts';
import type { Role, SignedIn } from './network.ts';
import { refuse } from './refusal.ts';

export type Standing = { readonly unitId: number; readonly line: readonly number[]; readonly role: Role };

/** The centre's number and those above it, the top last; undefined for an unknown code. */
export async function lineOf(db: Queries, unitCode: string): Promise<readonly number[] | undefined> {
  const rows = await db
    .selectFrom('network.unit as unit')
    .innerJoin('network.unit_closure as closure', 'closure.descendant', 'unit.id')
    .select('closure.ancestor')
    .where('unit.code', '=', unitCode)
    .orderBy('closure.depth')
    .execute();
  return rows.length > 0 ? rows.map(({ ancestor }) => ancestor) : undefined;
}

/** Errors `not-found` for an unknown centre, `forbidden` when no role allows the act there. */
export async function authorize(
  db: Queries,
  signedIn: SignedIn,
  act: Act,
  unitCode: string,
  giving: readonly Role[] = [],
): Promise<Standing> {
  const line = (await lineOf(db, unitCode)) ?? refuse('not-found');
  const role = mayAs(act, signedIn.appointments, line, giving) ?? refuse('forbidden');
  return { unitId: line[0]!, line, role };
}
