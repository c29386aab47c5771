/** Reads the settings form back; what cannot be read is left for the use case to refuse. */
import { textOf } from '#platform/http/limited-form.ts';
import type { SettingsForm } from '../../save-settings.ts';

const number = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : -1);

export function settingsOf(form: FormData): SettingsForm {
  const all = (name: string) => form.getAll(name).map((value) => String(value).trim());
  const [codes, namesTh, namesEn, seats] = ['code', 'nameTh', 'nameEn', 'seats'].map((part) =>
    all(`kind.${part}`),
  ) as [string[], string[], string[], string[]];
  const open = new Set(all('kind.open'));
  return {
    confirms: textOf(form, 'confirms') === 'by-organiser' ? 'by-organiser' : 'at-once',
    offersAutomatic: form.has('offersAutomatic'),
    offerHours: number(textOf(form, 'offerHours')),
    showsRemaining: form.has('showsRemaining'),
    citizenNumberReason: textOf(form, 'citizenNumberReason'),
    citizenNumberDays: number(textOf(form, 'citizenNumberDays')),
    kinds: codes
      .map((code, at) => ({
        code,
        nameTh: namesTh[at] ?? '',
        nameEn: namesEn[at] ?? '',
        seats: seats[at] ? number(seats[at]) : undefined,
        isOpen: open.has(code),
      }))
      // A line that was added and left empty is none.
      .filter(({ nameTh, nameEn }) => nameTh !== '' || nameEn !== ''),
    reminders: (['nominate', 'form', 'seminar'] as const).flatMap((kind) =>
      textOf(form, `reminder.${kind}`)
        .split(/[\s,]+/)
        .filter((day) => day !== '')
        .map((day) => ({ kind, daysBefore: number(day) })),
    ),
  };
}
