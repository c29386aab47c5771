/**
 * When the token that this browser keeps has been used. The address of the page is anybody's to write into a link, so it
 * alone erases nothing: the token goes only where this very tab has sent it before.
 */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
export type Stores = {
  /** Lasts: where the officers' page puts the token. */
  readonly kept: Store;
  /** Of this tab: which token it sent. */
  readonly tab: Store;
};

/** The form goes out: if with the token that is kept, the tab remembers so. */
export function markSent({ kept, tab }: Stores, place: string, sent: string): void {
  if (sent !== '' && sent === kept.getItem(place)) tab.setItem(place, sent);
}

/** The page is shown. Returns the token to fill in, if one is left. */
export function tokenLeft({ kept, tab }: Stores, place: string, isSaidSent: boolean): string | null {
  const token = kept.getItem(place);
  if (isSaidSent && token !== null && tab.getItem(place) === token) kept.removeItem(place);
  // A form that came back was not taken; the next link is not to profit from it.
  tab.removeItem(place);
  return kept.getItem(place);
}
