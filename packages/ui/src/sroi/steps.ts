import type { Deduction, SroiNumber, SroiParameter, Stakeholder } from '@tandem/domain/vocabulary';

/** One sentence of how a number of a social return comes about, as packages/metrics explains it. Amounts are in cents. */
export type ExplanationStep =
  | { readonly kind: 'QUANTITY'; readonly quantity: number; readonly proxy: number; readonly result: number }
  | {
      readonly kind: 'DEDUCTION';
      readonly deduction: Deduction;
      readonly share: number;
      readonly before: number;
      readonly result: number;
    }
  | {
      readonly kind: 'YEAR';
      readonly year: number;
      readonly impact: number;
      readonly factor: number;
      readonly result: number;
    }
  | { readonly kind: 'ROW'; readonly row: string; readonly result: number }
  | { readonly kind: 'SUM'; readonly of: 'YEARS' | 'ROWS'; readonly count: number; readonly result: number }
  | {
      readonly kind: 'DIVIDED' | 'LESS';
      readonly value: number;
      readonly investment: number;
      readonly result: number;
    }
  | {
      readonly kind: 'COVERED';
      readonly year: number;
      readonly impact: number;
      readonly open: number;
      readonly result: number;
    }
  | { readonly kind: 'NEVER'; readonly value: number; readonly investment: number };

/** What a simulation comes to. */
export interface Spread {
  readonly interval: { readonly lower: number; readonly upper: number };
  readonly median: number;
  /** The share of draws below the net ratio itself. */
  readonly belowNet: number;
  /** The share of draws in which less comes back than was put in. */
  readonly belowOne: number;
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly draws: number;
  readonly settled: boolean;
  /** 95 % confidence of each end of the interval. */
  readonly lower: readonly [number, number];
  readonly upper: readonly [number, number];
}

export interface WaterfallSteps {
  readonly gross: number;
  readonly steps: readonly { readonly deduction: Deduction; readonly takes: number }[];
  readonly net: number;
}

export interface TornadoBar {
  readonly row: string;
  readonly parameter: SroiParameter;
  readonly low: { readonly value: number; readonly ratio: number };
  readonly high: { readonly value: number; readonly ratio: number };
}

export interface YearOfValue {
  readonly year: number;
  readonly presentValue: number;
  readonly byStakeholder: Readonly<Record<Stakeholder, number>>;
}

/** A number of a row as it is read: money from cents, shares in per cent. */
export type NumberWords = (parameter: SroiNumber, value: number) => string;

/** At which value of a number society gets back exactly what was put in; null where at none. */
export interface Switch {
  readonly row: string;
  readonly parameter: SroiNumber;
  readonly value: number;
  readonly switchesAt: number | null;
}

/** A scenario and what the map comes to under it. Amounts are in cents. */
export interface ScenarioLine {
  readonly name: string;
  readonly changes: readonly {
    readonly row: string;
    readonly parameter: SroiNumber;
    readonly value: number;
  }[];
  readonly result: {
    readonly grossRatio: number | null;
    readonly netRatio: number | null;
    readonly netPresentValue: number;
    readonly paybackMonths: number | null;
  };
}
