/** The windows, in months, that a rate of exits is offered with. */
export const WINDOWS = [3, 6, 9, 12, 18, 24] as const;
