import type { SroiParameter } from '@tandem/domain/vocabulary';
import type { Range } from './monte-carlo.ts';
import { netRatioOf } from './result.ts';
import { withRow, type ValueMap } from './value-map.ts';

export interface TornadoBar {
  readonly row: string;
  readonly parameter: SroiParameter;
  /** Value of the parameter and the ratio that it gives, everything else being as it is. */
  readonly low: { readonly value: number; readonly ratio: number };
  readonly high: { readonly value: number; readonly ratio: number };
  /** How far the ratio goes between the two, 0 or more. */
  readonly swing: number;
}

/**
 * What the ratio after deductions becomes when one parameter at a time goes to its lowest and to its highest value: the widest
 * first. Nothing where nothing was put in.
 */
export function tornadoOf(map: ValueMap, ranges: readonly Range[]): TornadoBar[] {
  return ranges
    .flatMap(({ row, parameter, low, high }): TornadoBar[] => {
      const [atLow, atHigh] = [low, high].map((value) =>
        netRatioOf(withRow(map, row, { [parameter]: value })),
      );
      if (atLow == null || atHigh == null) return [];
      return [
        {
          row,
          parameter,
          low: { value: low, ratio: atLow },
          high: { value: high, ratio: atHigh },
          swing: Math.abs(atHigh - atLow),
        },
      ];
    })
    .toSorted((a, b) => b.swing - a.swing);
}
