/** Of few people nothing is told of a difference but that they are few. */
export function isTold<Difference extends { readonly verdict: string }>(
  difference: Difference | null | undefined,
): difference is Difference {
  return difference != null && difference.verdict !== 'TOO_FEW';
}
