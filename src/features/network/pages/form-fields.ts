/** A form's fields as the server takes them: what was left empty is left out, and the parts of a date that stands whole beside. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const posted = new FormData(form);
  const isPart = (name: string) => /-[dmy]$/.test(name) && posted.has(name.slice(0, -2));
  const fields = [...posted].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' && !isPart(name) ? [[name, value.trim()] as const] : [],
  );
  return Object.fromEntries(fields);
}
