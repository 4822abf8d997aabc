import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { BudgetQuery } from '../../gql/graphql.ts';

export type BudgetBy = 'month' | 'category' | 'branch';
type Comparison = BudgetQuery['budgetComparison'];

export interface BudgetRow {
  readonly key: string;
  readonly label: string;
  readonly budgetCents: number;
  readonly actualCents: number;
}

/** Budget and actual added up by month, category or branch. */
export function useBudgetRows(comparison: Comparison, by: BudgetBy): readonly BudgetRow[] {
  const format = useFormat();
  const { word } = useWords();
  const groupOf = ({ month, category, branch }: Comparison[number]) => {
    if (by === 'month') return { key: month, label: format.day(month, 'month') };
    return by === 'category'
      ? { key: category, label: word('CostCategory', category) }
      : { key: branch.id, label: branch.name };
  };
  const rows = new Map<string, BudgetRow>();
  for (const row of comparison) {
    const { key, label } = groupOf(row);
    const former = rows.get(key);
    rows.set(key, {
      key,
      label,
      budgetCents: (former?.budgetCents ?? 0) + row.budgetCents,
      actualCents: (former?.actualCents ?? 0) + row.actualCents,
    });
  }
  return [...rows.values()].toSorted((a, b) =>
    by === 'month' ? a.key.localeCompare(b.key) : b.actualCents - a.actualCents,
  );
}

export function useBudgetColumns(by: BudgetBy): readonly Column<BudgetRow>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `budget.column.${id}` });
  const money = (id: string, of: (row: BudgetRow) => number): Column<BudgetRow> => ({
    id,
    header: header(id),
    align: 'right',
    as: 'money',
    cell: (row) => format.money(of(row), { exact: true }),
    text: (row) => of(row) / 100,
  });
  return [
    {
      id: 'group',
      header: intl.formatMessage({ id: `budget.by.${by}` }),
      cell: ({ label }) => label,
      text: ({ label }) => label,
    },
    money('budget', ({ budgetCents }) => budgetCents),
    money('actual', ({ actualCents }) => actualCents),
    money('difference', ({ budgetCents, actualCents }) => budgetCents - actualCents),
    {
      id: 'share',
      header: header('share'),
      align: 'right',
      as: 'rate',
      cell: ({ budgetCents, actualCents }) =>
        budgetCents === 0 ? '–' : format.percent(actualCents / budgetCents),
      text: ({ budgetCents, actualCents }) => (budgetCents === 0 ? null : actualCents / budgetCents),
    },
  ];
}
