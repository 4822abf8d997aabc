import { roundCents } from '@tandem/domain/money';
import { z } from 'zod';

/** An amount as it is typed: in euros. */
export const euros = z.number({ error: 'NUMBER_INVALID' });

export function centsOf(amount: number): number {
  return roundCents(amount * 100);
}
