/** The words of evaluation: questions, what is evaluated, and figures that tell of nobody. */
import type { Seminar, Slot } from '../seminar.ts';

export const itemAbouts = ['slot', 'seminar'] as const;
export type ItemAbout = (typeof itemAbouts)[number];
export const itemKinds = ['rating', 'text'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A question in one version. */
export type Item = {
  readonly id: string;
  /** Undefined for the common form. */
  readonly seminarId: string | undefined;
  readonly code: string;
  readonly version: number;
  readonly about: ItemAbout;
  readonly kind: ItemKind;
  readonly promptTh: string;
  readonly promptEn: string;
  readonly position: number;
  readonly isAsked: boolean;
  readonly isConfirmed: boolean;
  readonly validFrom: string;
};

export const ratings = [1, 2, 3, 4, 5] as const;

/** A part of the programme, or the seminar as a whole. */
export type Subject = {
  readonly id: string;
  readonly about: ItemAbout;
  /** Undefined for the whole. */
  readonly slot: Slot | undefined;
};

/** What a participant finds at her link. */
export type OpenEvaluation = {
  readonly seminar: Seminar;
  /** Why nothing can be said now, or undefined. */
  readonly closed: 'not-confirmed' | 'not-begun' | 'over' | undefined;
  readonly closesOn: string;
  /** Parts that are over and she has not spoken of, with their questions; the whole comes last. */
  readonly open: readonly (Subject & { readonly items: readonly Item[] })[];
  readonly answered: readonly Subject[];
  /** Parts still to come. */
  readonly ahead: number;
};

/** What the organisers see of one question about one subject; undefined figures where the group is too small. */
export type ItemResult = {
  readonly item: Item;
  /** How many gave 1, 2, 3, 4, 5. */
  readonly counts: readonly number[] | undefined;
  readonly people: number | undefined;
  readonly mean: number | undefined;
};
export type SubjectResult = Subject & {
  readonly respondents: number;
  readonly isHidden: boolean;
  readonly ratings: readonly ItemResult[];
  readonly words: readonly { readonly item: Item; readonly said: readonly string[] }[];
};
