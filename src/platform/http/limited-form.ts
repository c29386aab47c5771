/** Reads a posted form, files in it too, without letting it grow past what the page allows. */

/** The form, or undefined when the body is larger than `limit` bytes or no form at all. */
export async function readForm(request: Request, limit: number): Promise<FormData | undefined> {
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
  return new Response(Buffer.concat(chunks), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
}

/** The text of a field, trimmed; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}

/** The file of a field, or undefined when none was chosen (browsers then send an empty one without a name). */
export function fileOf(form: FormData, name: string): File | undefined {
  const value = form.get(name);
  return value instanceof File && (value.size > 0 || value.name !== '') ? value : undefined;
}
