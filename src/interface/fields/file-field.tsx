/**
 * Choosing a file, in the page's language: a browser's own button speaks the browser's. The real field lies over what is
 * seen, so that clicking, dropping and the keyboard work as ever; without script it shows itself.
 */
import { useId, useState } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { useIsLive } from '../use-is-live.ts';
import { describedBy, type FieldWords, Hint, ProblemLine } from './field-frame.tsx';
import { fieldsText } from './text.ts';

type FileFieldProps = FieldWords & {
  readonly name: string;
  readonly label: string;
  readonly locale: Locale;
  /** As the attribute: "application/pdf", ".csv,.xlsx". */
  readonly accept?: string;
  readonly required?: boolean;
  readonly multiple?: boolean;
  /** On a telephone, opens the camera at the back instead of the files. */
  readonly capture?: 'environment';
  readonly onChange?: (files: readonly File[]) => void;
  readonly id?: string;
};

export function FileField({
  name,
  label,
  locale,
  accept,
  required,
  multiple,
  capture,
  onChange,
  ...field
}: FileFieldProps) {
  const text = fieldsText(locale).file;
  const made = useId();
  const id = field.id ?? made;
  const isLive = useIsLive();
  const [names, setNames] = useState<readonly string[]>([]);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Hint id={id} hint={field.hint} />
      <div className={isLive ? 'file-field live' : 'file-field'}>
        <span className="button" aria-hidden="true">
          {multiple ? text.chooseMany : text.choose}
        </span>
        <span className="file-names" id={`${id}-chosen`}>
          {names.length === 0 ? text.none : names.length > 3 ? text.count(names.length) : names.join(', ')}
        </span>
        <input
          id={id}
          type="file"
          name={name}
          accept={accept}
          required={required}
          multiple={multiple}
          capture={capture}
          aria-invalid={field.problem ? true : undefined}
          aria-describedby={describedBy(id, field, isLive ? `${id}-chosen` : undefined)}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            setNames(files.map((file) => file.name));
            onChange?.(files);
          }}
        />
      </div>
      <ProblemLine id={id} problem={field.problem} />
    </div>
  );
}
