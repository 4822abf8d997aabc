/** Erases the rows of comparison groups that were removed a month before the day ($1): until then they can be put back. */
export const ERASE_REMOVED_GROUPS = `delete from comparison_group where removed_at < $1::date - 30`;
