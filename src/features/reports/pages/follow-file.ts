/** A file of the dialogue for who comes back without script: opened in memory, sent as a download. */
import type { ActionFunctionArgs } from 'react-router';
import { pageContext } from '#main/page-context.ts';

export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const file = await context.get(pageContext).app.reports.followFile(request);
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    },
  });
}
