import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Unit } from '../i18n/format.ts';

/** What an indicator is, in the reader's words. */
export interface Definition {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly says: string;
  readonly numerator: string;
  readonly denominator?: string | null | undefined;
  /** What it opens to: ANSWERS where it is made of answers, which not everybody gives who is asked. */
  readonly records?: string | null | undefined;
}

export interface Figure {
  readonly __typename: 'Figure';
  readonly value: number;
  readonly numerator: number;
  readonly denominator?: number | null | undefined;
  readonly unit: Unit;
  readonly interval?: { readonly lower: number; readonly upper: number } | null | undefined;
  readonly notYetObservable?: number | null | undefined;
  readonly unknown?: number | null | undefined;
  /** Of a rate of which something is not known: within what it lies. */
  readonly bounds?: FigureBounds | null | undefined;
  /** Of a net social return: how it is spread. */
  readonly spread?: FigureSpread | null | undefined;
  /** Of answers: how many were asked for. */
  readonly asked?: number | null | undefined;
  readonly asOf: CalendarDay;
  /** Whether an earlier day's value is shown, since today's would tell of the few people in between. */
  readonly isEarlier: boolean;
  readonly parameters?: FigureParameters | null | undefined;
  readonly definition: Definition;
  /** Of a social return: the version of the value map that it is made of, where it was asked for. */
  readonly sroiVersion?: ValueMapVersion | null | undefined;
}
export interface FigureBounds {
  /** If none of the unknown counted, and if all of them did. */
  readonly worst: number;
  readonly best: number;
  /** How the rate itself is to be read; nothing where the bounds say enough. */
  readonly caution?: string | null | undefined;
}
/** The middle 90 % of draws. */
export interface FigureSpread {
  readonly lower: number;
  readonly upper: number;
  readonly draws: number;
}
export interface ValueMapVersion {
  readonly name: string;
  readonly version: number;
  readonly publishedAt?: string | null | undefined;
}
export interface FigureParameters {
  readonly anchor: string;
  readonly windowMonths: number;
  readonly population: string;
  readonly evidence: string;
}
/** What the API answers with for a figure. */
export type FigureResult =
  | Figure
  | { readonly __typename: 'Withheld'; readonly reason: string; readonly definition: Definition }
  | {
      readonly __typename: 'NoData';
      /** Of answers: how many were asked for. */
      readonly asked?: number | null | undefined;
      readonly definition: Definition;
      /** Of an exit rate: how many duos it is too early for; absent where it is not told. */
      readonly notYetObservable?: number | null | undefined;
    };
