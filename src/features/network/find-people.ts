/** Persons by identifier, also those who have left: names for a case's life, keys to verify what they once signed. */
import type { Queries } from '#platform/database/connection.ts';
import type { SigningPublicKey } from '#platform/sealing/signature.ts';

export type Signer = {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string | undefined;
  /** Every signing key the person ever had, newest first. */
  readonly signingKeys: readonly SigningPublicKey[];
};

/** Run inside `actingAs`. An unknown identifier is left out. */
export async function findPeople(db: Queries, ids: readonly string[]): Promise<readonly Signer[]> {
  if (ids.length === 0) return [];
  const people = await db
    .selectFrom('network.person')
    .select(['id', 'name_th', 'name_en'])
    .where('id', 'in', [...ids])
    .execute();
  const keys = await db
    .selectFrom('network.officer_key')
    .select(['person_id', 'signing_key'])
    .where('person_id', 'in', [...ids])
    .orderBy('version', 'desc')
    .execute();
  return people.map((person) => ({
    id: person.id,
    nameTh: person.name_th,
    nameEn: person.name_en ?? undefined,
    signingKeys: keys
      .filter((key) => key.person_id === person.id)
      .map((key) => key.signing_key.toString('base64url') as SigningPublicKey),
  }));
}
