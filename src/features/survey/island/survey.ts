/** Fills in the token that this browser keeps for the survey, and forgets it once it has been used. Everything works without. */
import { tokenPlace } from '../token-store.ts';
import { markSent, tokenLeft } from './spent-token.ts';

const page = document.querySelector<HTMLElement>('[data-survey]');
const [code, year] = page?.dataset['survey']?.split('/') ?? [];
if (page && code && year) {
  const place = tokenPlace(code, Number(year));
  const stores = { kept: localStorage, tab: sessionStorage };
  const token = tokenLeft(stores, place, page.dataset['done'] !== undefined);
  const field = document.querySelector<HTMLInputElement>('input[name=key]');
  if (token && field && field.value === '') {
    field.value = token;
    document.querySelector<HTMLElement>('#filled')?.removeAttribute('hidden');
  }
  field?.form?.addEventListener('submit', () => markSent(stores, place, field.value));
}
