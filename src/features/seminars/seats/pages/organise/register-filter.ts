/** The register's filter as it stands in the address. */
import { type RegistrationState, registrationStates } from '../../../seminar.ts';

export type AskedFilter = {
  readonly state: RegistrationState | undefined;
  readonly unitId: number | undefined;
  readonly kind: string | undefined;
  readonly sought: string | undefined;
};

export function filterOf(asked: URLSearchParams): AskedFilter {
  const unit = asked.get('unit') ?? '';
  return {
    state: registrationStates.find((state) => state === asked.get('state')),
    unitId: /^\d{1,9}$/.test(unit) ? Number(unit) : undefined,
    kind: asked.get('kind')?.slice(0, 30) || undefined,
    sought: asked.get('q')?.trim().slice(0, 100) || undefined,
  };
}

/** Back into an address, so that a download or the next page has the same filter. */
export function queryOf(filter: AskedFilter, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more);
  if (filter.state) query.set('state', filter.state);
  if (filter.unitId !== undefined) query.set('unit', String(filter.unitId));
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.sought) query.set('q', filter.sought);
  return query.toString();
}
