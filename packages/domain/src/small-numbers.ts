/** Below this, one person more or less moves a share by more than five points: it is told as a count. */
export const FEWEST_FOR_A_SHARE = 20;

/** SHARE: a rate with its interval. COUNT: "5 of 7". NOTHING: there is nobody to speak of. */
export const RATE_WORDINGS = ['SHARE', 'COUNT', 'NOTHING'] as const;
export type RateWording = (typeof RATE_WORDINGS)[number];

/** How a rate out of so many may be worded. This is about what a number can carry; who may see it is for disclosure control. */
export function wordingOfRate(n: number): RateWording {
  if (n <= 0) return 'NOTHING';
  return mayBeAShare(n) ? 'SHARE' : 'COUNT';
}

export function mayBeAShare(n: number): boolean {
  return n >= FEWEST_FOR_A_SHARE;
}
