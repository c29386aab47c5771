/** Marks the document once its script has taken over, so that whoever drives the page by program knows when to begin. */
import { useEffect } from 'react';

export function useLiveMark(): void {
  useEffect(() => {
    document.documentElement.dataset['live'] = 'yes';
  }, []);
}
