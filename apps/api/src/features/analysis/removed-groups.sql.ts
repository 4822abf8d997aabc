/** How many days after the one on which it was removed a comparison group can be put back. */
const DAYS = 30;

/** The last day on which a removed group can be put back; null of the others. */
export const RESTORABLE_UNTIL = `(removed_at::date + ${DAYS})`;

/** The condition of groups that can still be put back on the day $1. */
export const STILL_RESTORABLE = `${RESTORABLE_UNTIL} >= $1::date`;

/** Erases the rows of comparison groups that can no longer be put back on the day ($1). */
export const ERASE_REMOVED_GROUPS = `delete from comparison_group where ${RESTORABLE_UNTIL} < $1::date`;
