/** Fills and sends forms of citizens' pages over plain HTTP, as browsers without script do: for crowds too large for browsers. */

export type PlainField = {
  readonly name: string;
  /** radio, checkbox, select, textarea, or the type of an input. */
  readonly type: string;
  /** What it holds now, or what this choice stands for. */
  readonly value: string;
  readonly isChosen: boolean;
  /** The words beside it. */
  readonly label: string;
  /** Of a select: what can be chosen, and its words. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** Several values stand for several boxes of one name. */
export type Changes = Readonly<Record<string, string | readonly string[]>>;

export type PlainForm = {
  readonly address: string;
  readonly fields: readonly PlainField[];
  /** Sends it as it stands, with these values instead; returns the page that the answer leads to. */
  readonly send: (changes?: Changes) => Promise<PlainPage>;
};

export type PlainPage = {
  readonly status: number;
  readonly html: string;
  readonly forms: readonly PlainForm[];
};

export async function openPlain(address: string): Promise<PlainPage> {
  return readPage(address, await fetch(address));
}

async function readPage(address: string, answer: Response): Promise<PlainPage> {
  const html = await answer.text();
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag = '', body = '']) =>
    readForm(new URL(attribute(tag, 'action') ?? '', answer.url || address).href, body),
  );
  return { status: answer.status, html, forms };
}

function readForm(address: string, body: string): PlainForm {
  const labels = [...body.matchAll(/<label\b([^>]*)>(.*?)<\/label>/gs)].map((found) => ({
    of: attribute(found[1]!, 'for'),
    from: found.index,
    to: found.index + found[0].length,
    words: wordsIn(found[2]!),
  }));
  const fields = [...body.matchAll(/<(input|textarea|select)\b([^>]*)>(?:(.*?)<\/\1>)?/gs)].flatMap(
    ({ index, 1: element = '', 2: tag = '', 3: inner = '' }): PlainField[] => {
      const name = attribute(tag, 'name');
      if (name === undefined) return [];
      const id = attribute(tag, 'id');
      const label = labels.find(({ of, from, to }) =>
        of === undefined ? from < index && index < to : of === id,
      );
      const options = [...inner.matchAll(/<option\b([^>]*)>(.*?)<\/option>/gs)].map(
        ([, option = '', words = '']) => ({
          value: attribute(option, 'value') ?? '',
          label: wordsIn(words),
          isSelected: /\bselected\b/.test(option),
        }),
      );
      const chosen = options.find(({ isSelected }) => isSelected) ?? options[0];
      const type = element === 'input' ? (attribute(tag, 'type') ?? 'text') : element;
      const held = { select: chosen?.value, textarea: plain(inner) }[type];
      return [
        {
          name,
          type,
          value: held ?? attribute(tag, 'value') ?? '',
          isChosen: !['radio', 'checkbox'].includes(type) || /\bchecked\b/.test(tag),
          label: label?.words ?? '',
          options,
        },
      ];
    },
  );
  return {
    address,
    fields,
    send: async (changes: Changes = {}) => {
      const typed = new URLSearchParams();
      for (const { name, value, isChosen } of fields)
        if (isChosen && !(name in changes)) typed.append(name, value);
      for (const [name, value] of Object.entries(changes))
        for (const one of [value].flat()) typed.append(name, one);
      const answer = await fetch(address, {
        method: 'POST',
        headers: { origin: new URL(address).origin },
        body: typed,
      });
      return readPage(address, answer);
    },
  };
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
}

const plain = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

/** What one reads, without the marks that let Thai break. */
const wordsIn = (html: string) =>
  plain(html.replaceAll(/<[^>]*>/g, ''))
    .replaceAll('\u200b', '')
    .trim();
