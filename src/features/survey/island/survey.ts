/** Fills in the token that this browser keeps for the survey, and forgets it once it has been used. Everything works without. */
import { tokenPlace } from '../token-store.ts';

const page = document.querySelector<HTMLElement>('[data-survey]');
const [code, year] = page?.dataset['survey']?.split('/') ?? [];
if (page && code && year) {
  const place = tokenPlace(code, Number(year));
  if (page.dataset['done']) localStorage.removeItem(place);
  const kept = localStorage.getItem(place);
  const field = document.querySelector<HTMLInputElement>('input[name=key]');
  if (kept && field && field.value === '') {
    field.value = kept;
    document.querySelector<HTMLElement>('#filled')?.removeAttribute('hidden');
  }
}
