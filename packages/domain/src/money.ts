export type Currency = 'EUR';

/** An amount of money in whole cents (the currency's hundredths); negative for what goes out or is corrected. */
export interface Money {
  readonly cents: number;
  readonly currency: Currency;
}

/** An amount of whole cents in euros, the one currency that there is. */
export function euros(cents: number): Money {
  return { cents, currency: 'EUR' };
}

/**
 * The one rounding of amounts: to the nearest whole cent, halves away from zero.
 * Throws a RangeError when the result cannot be held exactly (beyond 2^53 - 1 cents).
 */
export function roundCents(cents: number): number {
  const rounded = Math.sign(cents) * Math.round(Math.abs(cents));
  if (!Number.isSafeInteger(rounded)) throw new RangeError(`not an exact number of cents: ${cents}`);
  return rounded === 0 ? 0 : rounded;
}

/**
 * The whole cents of an amount that was written in the currency's unit (12.5 is 1250); undefined for one of more than cents, or beyond
 * 2^53 - 1 of them. Exact, without a tolerance: of all numbers that a double holds, the one that is written with two decimals is the
 * one that its cents divided by a hundred give, since both are rounded to the nearest (IEEE 754, 5.4.1 and 5.12).
 */
export function wholeCents(amount: number): number | undefined {
  const cents = Math.round(amount * 100);
  return Number.isSafeInteger(cents) && cents / 100 === amount ? roundCents(cents) : undefined;
}

/** Cents from PostgreSQL's bigint, which arrives as text. Throws a RangeError beyond 2^53 - 1. */
export function centsFromBigint(text: string): number {
  const cents = Number(text);
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not an exact number of cents: ${text}`);
  return cents;
}
