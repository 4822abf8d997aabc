import { scaleLinear } from '@visx/scale';
import type { Format, Unit } from '../i18n/format.ts';

/** Part of a whole up to which an axis may end before 100 %, so that small rates can be read. */
const SMALL_RATE = 0.4;

/** The domain of values that are drawn from zero: rates up to 100 % unless all are small. */
export function fromZero(values: readonly number[], unit: Unit): readonly [number, number] {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  if (unit === 'RATE' && most > SMALL_RATE) return [least, 1];
  return most === least ? [0, 1] : [least, most];
}

/** A scale with round ends. */
export function linear(domain: readonly [number, number], range: readonly [number, number], unit: Unit) {
  const whole = unit === 'RATE' && domain[0] === 0 && domain[1] === 1;
  return scaleLinear({ domain: [...domain], range: [...range], nice: whole ? false : 8 });
}

/** A value beside a tick or in a narrow place: money short, rates of a fine scale with the digit they need. */
export function shortValue(value: number, unit: Unit, format: Format, step = 1): string {
  if (unit === 'CENTS') return format.money(value, { compact: true });
  if (unit === 'RATE' && step < 0.01) return format.percent(value, 1);
  if ((unit === 'COUNT' || unit === 'HOURS') && step < 1) return format.number(value, 1);
  return format.value(value, unit);
}
