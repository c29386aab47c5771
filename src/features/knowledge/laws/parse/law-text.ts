// What a statute's text turns into: the words shared by the parser, the import and the pages.

/** What sort of instrument a text is. */
export type InstrumentKind =
  | 'constitution'
  | 'organic-act'
  | 'act'
  | 'code'
  | 'emergency-decree'
  | 'royal-decree'
  | 'ministerial-regulation'
  | 'rule'
  | 'notification'
  | 'order'
  | 'other';

export type HeadingKind = 'book' | 'part' | 'title' | 'chapter' | 'division' | 'subdivision' | 'unnumbered';

export type Heading = {
  readonly kind: HeadingKind;
  /** '1', '3/1', '1 ทวิ'; undefined for headings such as บทเฉพาะกาล. */
  readonly number: string | undefined;
  /** The heading's words without its number and footnote marks; may be empty. */
  readonly title: string;
  /** The kind and number as written, in Thai: 'หมวด ๓/๑'. */
  readonly label: string;
  /** How deep it stands, 0 at the top. */
  readonly depth: number;
};

export type Paragraph = {
  readonly text: string;
  /** (๑), (ก) and so on, in order, with the depth of their marker: 1 for numbers, 2 for letters. */
  readonly items: readonly Item[];
};

export type Item = { readonly marker: string; readonly depth: 1 | 2; readonly text: string };

export type Section = {
  /** '157', '123/1', '91 ทวิ'. */
  readonly number: string;
  /** Indices into `LawText.headings`, outermost first. */
  readonly path: readonly number[];
  readonly paragraphs: readonly Paragraph[];
  /** Numbers of the footnotes whose marks stand in it. */
  readonly footnotes: readonly string[];
  /** What editors wrote into it in square brackets: by which act a penalty or a word was changed. */
  readonly notes: readonly string[];
  readonly repealed: boolean;
  readonly transitional: boolean;
  /** Line of the source file where it begins, from 1. */
  readonly line: number;
};

export type Footnote = { readonly number: string; readonly text: string };

/** A text that follows the main instrument: an amending act, the reasons for one, an annex. */
export type Trailing = {
  readonly kind: 'amending' | 'promulgating' | 'reasons' | 'annex';
  readonly title: string;
  readonly text: string;
  /** Numbers of its own sections; they are not the main instrument's. */
  readonly sections: readonly string[];
};

export type DoubtCode =
  | 'no-sections'
  | 'no-title'
  | 'no-year'
  | 'gap'
  | 'not-from-one'
  | 'left-out'
  | 'unusual-start'
  | 'odd-spelling'
  | 'empty-section'
  | 'footnote-without-text'
  | 'heading-without-title';

export type Doubt = {
  /** Line of the source file, from 1. */
  readonly line: number;
  readonly code: DoubtCode;
  /** What the doubt is about: a section's number, a footnote's number, a piece of the line. */
  readonly about: string;
};

export type LawText = {
  readonly title: string;
  readonly yearBE: number | undefined;
  readonly kind: InstrumentKind;
  /** Sections are called มาตรา in acts and ข้อ in rules, orders and regulations. */
  readonly unit: 'มาตรา' | 'ข้อ';
  readonly preamble: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly footnotes: readonly Footnote[];
  readonly trailing: readonly Trailing[];
  readonly doubts: readonly Doubt[];
};
