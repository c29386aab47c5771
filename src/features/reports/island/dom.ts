/** The few things that the islands need of the document. */

/** The element with this id, which the page always has. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page lacks #${id}`);
  return found as E;
}

/** The element marked `data-slot` inside another. */
export function slot<E extends Element = HTMLElement>(within: ParentNode, name: string): E {
  return within.querySelector<E>(`[data-slot="${name}"]`)!;
}

/** The button marked `data-do` inside another. */
export function doer(within: ParentNode, name: string): HTMLButtonElement {
  return within.querySelector<HTMLButtonElement>(`[data-do="${name}"]`)!;
}

type Child = Node | string | undefined | false;
type Properties = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>;

/** Builds an element; text is always text, never HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** Hands bytes to the browser's download. */
export function save(bytes: BlobPart, name: string, type = 'application/octet-stream'): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = h('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
