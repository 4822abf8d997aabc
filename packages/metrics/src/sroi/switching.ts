import { SROI_NUMBERS, type SroiNumber, type SroiParameter } from '@tandem/domain/vocabulary';
import { netRatioOf } from './result.ts';
import { presentValueOf, presentValueOfRow, withRow, type MapRow, type ValueMap } from './value-map.ts';

export interface SwitchingValue {
  readonly row: string;
  readonly parameter: SroiNumber;
  readonly value: number;
  /**
   * At which the ratio is 1, everything else being as it is; null where none that the parameter can have brings it there. Of
   * whole years it is the nearest number on the other side of 1.
   */
  readonly switchesAt: number | null;
}
export interface ModelSwitches {
  /** What could have been put in at most. */
  readonly investment: number;
  /** By how much all rates of the schedule could rise or fall for the ratio to be 1; null where no rate from 0 to 1 does. */
  readonly discountShift: number | null;
}

/** Of every parameter of every row, at which value society gets back exactly what was put in. */
export function switchingValues(map: ValueMap): SwitchingValue[] {
  const whole = presentValueOf(map);
  return map.rows.flatMap((row) => {
    // What the row has to bring for the ratio to be 1.
    const needed = map.investment - (whole - presentValueOfRow(row, map));
    return SROI_NUMBERS.map((parameter) => ({
      row: row.key,
      parameter,
      value: row[parameter],
      switchesAt:
        parameter === 'durationYears' || parameter === 'firstYear'
          ? nearestYear(map, row, parameter)
          : switchOf(map, row, parameter, needed),
    }));
  });
}

/** The same of what is put in and of the rates at which later years are discounted. */
export function modelSwitches(map: ValueMap): ModelSwitches {
  const { schedule } = map.discounting;
  const excess = (shift: number) =>
    presentValueOf({
      ...map,
      discounting: {
        ...map.discounting,
        schedule: schedule.map((step) => ({ ...step, rate: step.rate + shift })),
      },
    }) - map.investment;
  const rates = schedule.map(({ rate }) => rate);
  return {
    investment: presentValueOf(map),
    discountShift: rootOf(excess, -Math.min(...rates), 1 - Math.max(...rates)),
  };
}

function switchOf(map: ValueMap, row: MapRow, parameter: SroiParameter, needed: number): number | null {
  const valueWith = (value: number) => presentValueOfRow({ ...row, [parameter]: value }, map);
  switch (parameter) {
    // Value is in proportion to both.
    case 'quantity':
    case 'proxy': {
      const ofOne = valueWith(1);
      const at = ofOne === 0 ? Number.NaN : needed / ofOne;
      return Number.isNaN(at) || (parameter === 'quantity' && at < 0) ? null : at;
    }
    // And to what a deduction leaves.
    case 'deadweight':
    case 'displacement':
    case 'attribution':
    case 'leakage':
    case 'substitution': {
      const without = valueWith(0);
      const at = 1 - needed / without;
      return without !== 0 && at >= 0 && at <= 1 ? at : null;
    }
    case 'dropOff':
      return rootOf((value) => valueWith(value) - needed, 0, 1);
  }
}

function nearestYear(map: ValueMap, row: MapRow, parameter: 'durationYears' | 'firstYear'): number | null {
  const reaches = (value: number) =>
    (netRatioOf(withRow(map, row.key, { [parameter]: value })) ?? Number.POSITIVE_INFINITY) >= 1;
  const now = reaches(row[parameter]);
  const most = parameter === 'firstYear' ? map.horizonYears : map.horizonYears - row.firstYear + 1;
  for (let distance = 1; distance <= map.horizonYears; distance += 1)
    for (const value of [row[parameter] - distance, row[parameter] + distance])
      if (value >= 1 && value <= most && reaches(value) !== now) return value;
  return null;
}

/** Where a function that rises or falls all the way crosses 0, by bisection to the last bit; null where both ends have one sign. */
function rootOf(excess: (at: number) => number, from: number, to: number): number | null {
  const [first, last] = [excess(from), excess(to)];
  if (first === 0) return from;
  if (last === 0) return to;
  if (first > 0 === last > 0) return null;
  let [low, high] = [from, to];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (excess(middle) > 0 === first > 0) low = middle;
    else high = middle;
  }
}
