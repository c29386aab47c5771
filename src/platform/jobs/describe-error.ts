/** What may be kept of an error: its name or code and where in our own files. Its message might quote content. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  const place = /(?:src|database)\/[\w./-]+\.tsx?:\d+/.exec(error.stack ?? '')?.[0];
  return [error.name, typeof code === 'string' ? code : undefined, place]
    .filter(Boolean)
    .join(' ')
    .slice(0, 200);
}
