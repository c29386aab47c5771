// What the body of a paper is made of. Features write these; `flow-*.ts` turn them into strips.

export type Align = 'left' | 'center' | 'right';

export type PaperColumn = {
  readonly label: string;
  /** Part of the width beside the other columns' shares; without any the contents decide. */
  readonly share?: number;
  /** Without it a column of numbers stands at the right, any other at the left. */
  readonly align?: Align;
};

export type PaperTable = {
  readonly caption?: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly string[])[];
  /** A last row in bold: totals. */
  readonly foot?: readonly string[];
  /** Least height of a row in points: room for signatures in a sign-in sheet (28 is about 1 cm). */
  readonly rowHeight?: number;
};

/** Who signs. Without a name there are dots to write it on. */
export type Signer = {
  readonly name?: string;
  readonly position?: string;
};

export type Block =
  | {
      readonly kind: 'paragraph';
      /** A line feed begins a new paragraph. */
      readonly text: string;
      /** Official papers indent by 2.5 cm unless told otherwise, reports do not. */
      readonly indent?: boolean;
      readonly align?: Align;
    }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  | { readonly kind: 'table'; readonly table: PaperTable }
  | { readonly kind: 'signatures'; readonly signers: readonly Signer[] }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly alt: string }
  | { readonly kind: 'page-break' };

/** A drawing in its own units, `width` of them across the text; letters are `size` units high. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
};

export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string;
      readonly stroke?: string;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly color?: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly align?: Align;
      readonly color?: string;
      readonly bold?: boolean;
    }
  | {
      /** Black on white, with the quiet zone that scanners ask for inside its side. */
      readonly kind: 'qr';
      readonly x: number;
      readonly y: number;
      readonly side: number;
      readonly text: string;
    };
