/** "Chrome · Windows": enough for an officer to know her own browsers in a list, too little to know a person by. */

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

export function describeDevice(agent: string | undefined): string {
  const find = (known: readonly (readonly [string, string])[]) =>
    known.find(([sign]) => agent?.includes(sign))?.[1] ?? '?';
  return `${find(browsers)} · ${find(systems)}`;
}
