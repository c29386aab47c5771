/** What a list of names may hold, in the order of its columns. */
export const importFields = ['centre', 'kind', 'prefix', 'name', 'position', 'email', 'phone'] as const;
export type ImportField = (typeof importFields)[number];
/** A row as it was read or mended on the page; empty where a column is missing. */
export type ImportRow = Readonly<Record<ImportField, string>>;
