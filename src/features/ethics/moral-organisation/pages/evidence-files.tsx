/** Files that show an activity: to read for the centre and who verifies; to add and take out while it may be changed. */
import { FileField } from '#interface/fields/file-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { Evidence } from '../moral.ts';
import { moralText } from '../text.ts';

type Props = {
  readonly position: number;
  readonly files: readonly Evidence[];
  readonly mayChange: boolean;
  readonly locale: Locale;
};

export function EvidenceFiles({ position, files, mayChange, locale }: Props) {
  const text = moralText(locale).one;
  if (files.length === 0 && !mayChange) return null;
  return (
    <>
      {files.length > 0 ? (
        <ul className="evidence-files" aria-label={text.files}>
          {files.map(({ id, name, size }) => (
            <li key={id} className="row">
              <a href={`/office/moral/files/${id}`} className="said">
                {name}
              </a>
              <span className="soft small">{text.size(Math.ceil(size / 1024))}</span>
              {mayChange ? (
                <button
                  type="submit"
                  name="intent"
                  value={`remove ${id}`}
                  className="button quiet"
                  aria-label={text.remove(name)}
                  formNoValidate
                >
                  {text.removeShort}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayChange ? (
        <FileField
          // Emptied once what was chosen has been kept.
          key={files.length}
          name={`files${position}`}
          label={text.attach}
          locale={locale}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          multiple
        />
      ) : null}
    </>
  );
}
