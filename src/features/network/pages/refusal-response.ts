/** Turns a use case's refusal into the page's answer: the status with its words, nothing about what was refused. */
export function refusalResponse(error: unknown): never {
  const { name, statusCode, code } = error as { name?: string; statusCode?: number; code?: string };
  if (name === 'Refused') throw new Response(code ?? null, { status: statusCode ?? 403 });
  throw error;
}
