/** Finds the centre as one types (WAI-ARIA combobox with a list); the select below it keeps the answer. */
import type { PublicCentre } from '../addressing.ts';
import { centresMatching } from '../centre-search.ts';
import { byId, h } from './dom.ts';
import type { Words } from './words.ts';

const MOST = 8;

/** The centres as the page's own list carries them. */
export function readCentres(locale: 'th' | 'en'): PublicCentre[] {
  const options = [...byId<HTMLSelectElement>('centre').options].filter(({ value }) => value !== '');
  return options.map(({ value, text, dataset }) => ({
    code: value,
    kind: dataset['kind'] as PublicCentre['kind'],
    th: locale === 'th' ? text : (dataset['other'] ?? ''),
    en: locale === 'en' ? text : (dataset['other'] ?? ''),
    short: dataset['short'] ?? null,
    region: null,
    seal: dataset['seal'] ?? null,
    above: dataset['above'] ?? null,
  }));
}

export function startCentrePicker(
  centres: readonly PublicCentre[],
  locale: 'th' | 'en',
  words: Words,
  changed: () => void,
): void {
  const select = byId<HTMLSelectElement>('centre');
  const unknown = select.options[0]!.text;
  const list = h('ul', {
    class: 'picks',
    id: 'picks',
    role: 'listbox',
    hidden: true,
    'aria-label': words.search,
  });
  const status = h('p', { class: 'visually-hidden', role: 'status' });
  const input = h('input', {
    id: 'centre-search',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    placeholder: words.search,
    'aria-expanded': 'false',
    'aria-controls': 'picks',
    'aria-autocomplete': 'list',
    'aria-describedby': 'centre-hint',
  });
  const label = select.labels[0]!;
  label.htmlFor = input.id;
  select.hidden = true;
  select.before(input, list, status);

  let found: readonly (PublicCentre | undefined)[] = [];
  let marked = -1;
  const nameOf = (centre: PublicCentre | undefined) => (centre ? centre[locale] : unknown);

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    marked = -1;
  };
  const showChosen = () => {
    input.value = select.value === '' ? '' : select.selectedOptions[0]!.text;
    close();
  };
  const choose = (centre: PublicCentre | undefined) => {
    select.value = centre?.code ?? '';
    showChosen();
    if (!centre) input.value = unknown;
    status.textContent = words.picked(nameOf(centre));
    changed();
  };
  const mark = (at: number) => {
    marked = at;
    for (const [index, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(index === at));
      if (index === at) item.scrollIntoView({ block: 'nearest' });
    }
    input.setAttribute('aria-activedescendant', `pick-${at}`);
  };
  const open = () => {
    const query = input.value === unknown ? '' : input.value;
    const matches = query.trim() === '' ? [] : centresMatching(query, centres).slice(0, MOST);
    // Not knowing is always an answer, and stands first while nothing is typed.
    found = query.trim() === '' ? [undefined] : [...matches, undefined];
    list.replaceChildren(
      ...found.map((centre, at) =>
        h(
          'li',
          {
            id: `pick-${at}`,
            role: 'option',
            'aria-selected': 'false',
            // Before the field loses its focus and the list closes.
            mousedown: (event) => {
              event.preventDefault();
              choose(centre);
            },
          },
          nameOf(centre),
          centre &&
            h('small', {}, [centre.short, centre[locale === 'th' ? 'en' : 'th']].filter(Boolean).join(' · ')),
        ),
      ),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    status.textContent = query.trim() === '' ? '' : words.results(matches.length);
    marked = -1;
  };

  input.addEventListener('input', () => {
    // What was chosen before no longer stands while another name is being typed.
    select.value = '';
    changed();
    open();
  });
  input.addEventListener('focus', () => {
    input.select();
    open();
  });
  input.addEventListener('blur', () => {
    // A name typed whole and left there is a choice.
    const [first] = found;
    const typed = input.value.trim();
    if (select.value === '' && first && typed !== '' && [first.th, first.en, first.short].includes(typed))
      choose(first);
    else close();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark((marked + step + found.length) % found.length);
    } else if (event.key === 'Enter' && !list.hidden && (marked >= 0 || input.value.trim() !== '')) {
      event.preventDefault();
      choose(found[Math.max(0, marked)]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      showChosen();
    }
  });
  showChosen();
}
