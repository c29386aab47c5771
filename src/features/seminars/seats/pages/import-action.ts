/** What the two pages that bring in names share on the server: the file or the mended rows, and what came of them. */
import type { SignedIn } from '#features/network/index.ts';
import type { App } from '#main/app.ts';
import { fileOf, readForm } from '#platform/http/limited-form.ts';
import { type ImportRow, importFields } from '../import-fields.ts';
import type { Imported } from '../import-names.ts';
import type { SeatRefusal } from '../seat-outcome.ts';

export type ImportAnswer =
  | { readonly result: Imported; readonly code?: undefined }
  | { readonly result?: undefined; readonly code: SeatRefusal; readonly sheet?: undefined }
  | { readonly result?: undefined; readonly code: 'sheet'; readonly sheet: string };

const fileLimit = 5 * 1024 * 1024;
/** Of the longest list that is taken, each row mended in the page. */
const mostFields = 20_000;

export async function bringIn(
  app: App,
  signedIn: SignedIn,
  seminarId: string,
  request: Request,
): Promise<ImportAnswer> {
  const form = await readForm(request, fileLimit + 512 * 1024, mostFields);
  if (!form) return { code: 'sheet', sheet: 'too-large' };
  const file = fileOf(form, 'file');
  let rows: readonly ImportRow[];
  if (form.get('intent') === 'rows') rows = mendedRows(form);
  else if (!file) return { code: 'file-missing' };
  else {
    const reading = app.seats.readNames({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    });
    if (!reading.ok)
      return reading.code === 'sheet' ? { code: 'sheet', sheet: reading.problem } : { code: reading.code };
    rows = reading.value;
  }
  const outcome = await app.seats.importNames(signedIn, seminarId, rows);
  return outcome.ok ? { result: outcome.value } : { code: outcome.code };
}

function mendedRows(form: FormData): readonly ImportRow[] {
  const columns = importFields.map((field) => form.getAll(`row.${field}`).map(String));
  return (columns[0] ?? []).map(
    (_, at) =>
      Object.fromEntries(
        importFields.map((field, column) => [field, columns[column]![at] ?? '']),
      ) as ImportRow,
  );
}
