import { roundCents, wholeCents } from '@tandem/domain/money';
import { z } from 'zod';

/** An amount as it is typed: in euros. More than cents is a point or comma that was meant otherwise. */
export const euros = z
  .number({ error: 'NUMBER_INVALID' })
  .refine((amount) => wholeCents(amount) !== undefined, { error: 'MORE_THAN_CENTS' });

export function centsOf(amount: number): number {
  return roundCents(amount * 100);
}
