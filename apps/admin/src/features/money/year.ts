/** A calendar year as a period; undefined for all time. */
export function periodOf(year: number | undefined) {
  return year === undefined ? undefined : { from: `${year}-01-01`, to: `${year + 1}-01-01` };
}
