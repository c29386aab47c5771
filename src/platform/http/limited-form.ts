/** Reads a posted form, files in it too, without letting it grow past what the page allows. */

/** Bytes of the largest form there is, its files included: a report without script. */
export const largestForm = 40 * 1024 * 1024;

/** More fields than any page has, and few enough that looking each of them up takes no time. */
const mostFields = 2_000;

/** The form, or undefined when the body is larger than `limit` bytes, has more fields than `most`, or is no form at all. */
export async function readForm(
  request: Request,
  limit: number,
  most = mostFields,
): Promise<FormData | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limit || !request.body) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The length header may be missing or wrong, so what really comes is counted.
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  let fields = 0;
  for (const _ of form?.keys() ?? []) if (++fields > most) return undefined;
  return form;
}

/** All fields as text, read in one go: asking for each by name takes the square of their number. The first of a name counts. */
export function fieldsOf(form: FormData): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of form) if (!fields.has(name)) fields.set(name, plain(value));
  return Object.fromEntries(fields);
}

/** The text of a field, trimmed; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  return plain(form.get(name));
}

const plain = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';

/** The file of a field, or undefined when none was chosen (browsers then send an empty one without a name). */
export function fileOf(form: FormData, name: string): File | undefined {
  const value = form.get(name);
  return value instanceof File && (value.size > 0 || value.name !== '') ? value : undefined;
}

/** The files of a field that takes several; browsers send an empty one where none was chosen. */
export const filesOf = (form: FormData, name: string): File[] =>
  form.getAll(name).filter((value): value is File => value instanceof File && value.size > 0);
