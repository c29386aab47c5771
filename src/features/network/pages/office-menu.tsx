/** Draws the officers' menu: groups that open one at a time; on a telephone the whole menu behind one button. */
import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { frameText } from '#interface/text.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type NavFacts, navFor } from './office-nav.ts';

type OfficeMenuProps = { readonly locale: Locale; readonly facts: NavFacts; readonly unseen: number };

export function OfficeMenu({ locale, facts, unseen }: OfficeMenuProps) {
  const words = frameText(locale).officeNav;
  const menu = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // Whoever has chosen a place, or turned to the page, is done with the menu.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the reason to close
  useEffect(() => close(menu.current), [pathname]);
  useEffect(() => {
    const onPointer = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) close(menu.current);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      const open = menu.current?.querySelector('details[open]:not(:has(details[open]))');
      if (!open) return;
      open.removeAttribute('open');
      open.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  const isHere = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  return (
    <nav className="office-menu" aria-label={words.label} ref={menu}>
      <NavLink to="/office/notices">
        {words.places.notices}
        {unseen > 0 ? (
          <span className="count">
            {unseen}
            <span className="visually-hidden">{words.unseen(unseen)}</span>
          </span>
        ) : null}
      </NavLink>
      {navFor(facts).map(({ word, places }) => (
        <details key={word} name="office-menu">
          <summary aria-current={places.some(({ to }) => isHere(to)) ? 'true' : undefined}>
            {words.groups[word]}
          </summary>
          <ul>
            {places.map((place) => (
              <li key={place.to}>
                <NavLink to={place.to}>{words.places[place.word]}</NavLink>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}

function close(menu: HTMLElement | null): void {
  for (const open of menu?.querySelectorAll('details[open]') ?? []) open.removeAttribute('open');
}
