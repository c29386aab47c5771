/** An officers' address that leads nowhere: told in the officers' frame, with the way back to her work. */
import type { LoaderFunctionArgs } from 'react-router';
import { requireOfficer } from './require-officer.ts';

export function loader({ context, request }: LoaderFunctionArgs): never {
  requireOfficer(context, request);
  throw new Response(null, { status: 404 });
}

/** Never drawn: the frame's fault page answers. Without it the address would be taken for one of data. */
export default function OfficeMissing() {
  return null;
}
