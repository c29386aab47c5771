/** What the summary says of attendance, taken from the board of who was there. */
type Board = {
  readonly people: readonly { readonly present: readonly string[]; readonly reaches: boolean }[];
};

/** Undefined while nobody has been entered at all: a nought would say that nobody came. */
export function attendanceFigures(
  board: Board | undefined,
): { readonly attended: number; readonly completed: number } | undefined {
  const attended = board?.people.filter(({ present }) => present.length > 0) ?? [];
  if (attended.length === 0) return undefined;
  return { attended: attended.length, completed: attended.filter(({ reaches }) => reaches).length };
}
