/** Where to go after signing in: only to a page below /office, whatever the address asks for. */
export function nextPage(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/office(?:[/?]|$)/.test(next) && !next.includes('\\') ? next : '/office';
}
