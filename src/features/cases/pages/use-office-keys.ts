/** The officers' keyboard: `/` searches, `g` then a letter goes to a page. Never while something is being typed. */
import { useEffect } from 'react';
import { useNavigate } from 'react-router';

const pages: Readonly<Record<string, string>> = {
  w: '/office/work',
  s: '/office/search',
  k: '/office/keys',
};

/** `onKey` takes what a page adds; it returns whether it used the key. */
export function useOfficeKeys(onKey?: (key: string) => boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    let going = 0;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = physicalLetter(event);
      const page = Date.now() - going < 1_500 ? pages[key] : undefined;
      going = key === 'g' ? Date.now() : 0;
      if (page) void navigate(page);
      else if (key === '/') void navigate('/office/search');
      else if (!onKey?.(key)) return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate, onKey]);
}

/** The key's place rather than its sign: with a Thai layout the key of "j" writes another letter. */
function physicalLetter(event: KeyboardEvent): string {
  if (event.code === 'Slash' && !event.shiftKey) return '/';
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
