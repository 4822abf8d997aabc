import type { z } from 'zod';
import type { Refusal, RefusalCode } from './refusal.ts';

/**
 * What a schema of the domain refuses: its messages are refusal codes. `limit` is the bound that a number or the length of
 * a text does not keep.
 */
export function refusalsOf({ issues }: z.ZodError): Refusal[] {
  return issues.map((issue) => {
    const limit = limitOf(issue);
    return {
      code: issue.message as RefusalCode,
      field: issue.path.join('.'),
      ...(limit !== undefined && { params: { limit } }),
    };
  });
}

function limitOf(issue: z.core.$ZodIssue): number | undefined {
  if (issue.code === 'too_big') return Number(issue.maximum);
  return issue.code === 'too_small' ? Number(issue.minimum) : undefined;
}
