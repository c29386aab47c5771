// Typed message dictionaries: Thai is written first and sets the shape, English must answer every key.
// Nothing exists at run time beyond two plain objects and a function that picks one of them.

/** The languages every user-visible string exists in; the first is the default. */
export const locales = ['th', 'en'] as const;

export type Locale = (typeof locales)[number];

/**
 * The shape another language must satisfy: the same keys at every depth, strings stay strings, and a message
 * with parameters keeps its parameter types. A missing or misspelt key is a compile error.
 */
export type MessagesOf<T> = T extends (...parameters: infer P) => infer R
  ? (...parameters: P) => MessagesOf<R>
  : T extends string
    ? string
    : T extends readonly (infer Item)[]
      ? readonly MessagesOf<Item>[]
      : { readonly [K in keyof T]: MessagesOf<T[K]> };

/** The messages a dictionary made by {@link dictionary} hands out. */
export type MessagesIn<D extends (locale: Locale) => unknown> = ReturnType<D>;

/** True for a string that names a supported language (a path segment, a cookie, a header part). */
export function isLocale(value: unknown): value is Locale {
  return value === 'th' || value === 'en';
}

/**
 * Joins the two language files of a feature.
 *
 * @param th Thai messages, the source of the shape.
 * @param en English messages with exactly the same keys and parameters.
 * @returns a function from locale to messages; it never falls back silently, since both are complete by type.
 */
export function dictionary<const T extends object>(
  th: T,
  en: MessagesOf<NoInfer<T>>,
): (locale: Locale) => MessagesOf<T> {
  const thai = th as unknown as MessagesOf<T>;
  return (locale) => (locale === 'en' ? (en as MessagesOf<T>) : thai);
}
