import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Database } from '../../database/database.ts';
import { groupBy } from '../../graphql/loader.ts';
import { COMPLETED_FIELDS, COMPLETENESS, type CompletedField } from './completeness.sql.ts';
import type { FieldCompletenessOfBranchType, FieldCompletenessType } from './completeness.type.ts';

/** How many records say each thing that they may say, over all branches and by branch. */
export async function completenessOf(db: Database, day: CalendarDay): Promise<FieldCompletenessType[]> {
  const rows: (FieldCompletenessOfBranchType & { readonly field: CompletedField })[] = await db.query(
    COMPLETENESS,
    [day],
  );
  const byField = groupBy(rows, ({ field }) => field);
  return COMPLETED_FIELDS.map((field) => {
    const branches = (byField.get(field) ?? []).toSorted((a, b) => a.label.localeCompare(b.label));
    const filled = branches.reduce((sum, branch) => sum + branch.filled, 0);
    const records = branches.reduce((sum, branch) => sum + branch.records, 0);
    return { field, filled, records, share: records === 0 ? null : filled / records, branches };
  });
}
