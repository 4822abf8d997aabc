/**
 * Why a figure is not shown. PROTECTED is one reason for primary and for complementary suppression: which of the two it is
 * would tell an outsider how small it is.
 */
export const WITHHELD_REASONS = ['PROTECTED', 'NOT_FOR_YOU'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];
