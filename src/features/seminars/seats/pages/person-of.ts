/** A person as the fields of `PersonFields` post her. */
import { textOf } from '#platform/http/limited-form.ts';

export const personOf = (form: FormData) => ({
  prefixTh: textOf(form, 'prefixTh'),
  nameTh: textOf(form, 'nameTh'),
  positionTh: textOf(form, 'positionTh'),
  email: textOf(form, 'email'),
  phone: textOf(form, 'phone'),
});
