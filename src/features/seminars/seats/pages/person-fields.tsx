/** Fields that name a person: for a nomination, a substitute, a correction. */
import type { Locale } from '#platform/text/messages.ts';
import { seatsText } from '../text.ts';

type PersonFieldsProps = {
  readonly locale: Locale;
  /** Keeps identifiers of several such forms on a page apart. */
  readonly prefix: string;
  readonly person?: {
    readonly prefixTh: string;
    readonly nameTh: string;
    readonly positionTh: string;
    readonly email: string | undefined;
    readonly phone: string | undefined;
  };
};

export function PersonFields({ locale, prefix, person }: PersonFieldsProps) {
  const text = seatsText(locale);
  const field = (
    name: 'prefixTh' | 'nameTh' | 'positionTh' | 'phone',
    label: string,
    most: number,
    required = false,
  ) => (
    <div className="field">
      <label htmlFor={`${prefix}-${name}`}>{label}</label>
      <input
        id={`${prefix}-${name}`}
        name={name}
        lang={name === 'phone' ? undefined : 'th'}
        maxLength={most}
        required={required}
        defaultValue={person?.[name] ?? ''}
      />
    </div>
  );
  return (
    <>
      <div className="two-columns">
        {field('prefixTh', text.columns.prefix, 60)}
        {field('nameTh', text.columns.name, 200, true)}
        {field('positionTh', text.columns.position, 200)}
        {field('phone', text.columns.phone, 40)}
      </div>
      <div className="field">
        <label htmlFor={`${prefix}-email`}>{text.columns.email}</label>
        <p className="hint" id={`${prefix}-email-hint`}>
          {text.nominations.emailHint}
        </p>
        <input
          id={`${prefix}-email`}
          name="email"
          type="email"
          maxLength={254}
          aria-describedby={`${prefix}-email-hint`}
          defaultValue={person?.email ?? ''}
        />
      </div>
    </>
  );
}
