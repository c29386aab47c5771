/** How many may answer, by sub-group, out of a posted form. */

/** What is no number becomes NaN, which the use case refuses. */
export function peopleIn(form: FormData): Record<string, number> {
  const people: Record<string, number> = {};
  for (const [name, value] of form)
    if (name.startsWith('people.') && typeof value === 'string' && value.trim() !== '')
      people[name.slice(7)] = Number(value.replaceAll(/[,\s]/g, ''));
  return people;
}
