/** Arriving on another page by a link leaves the focus nowhere; here it goes to the page's content. */
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

export function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    // A page that chose a field of its own keeps it; a link of the menu that was pressed is still there.
    if (document.activeElement !== document.body) return;
    const content = document.getElementById('content');
    content?.setAttribute('tabindex', '-1');
    content?.focus({ preventScroll: true });
  }, [pathname]);
}
