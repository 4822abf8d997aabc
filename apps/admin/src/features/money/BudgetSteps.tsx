import { useFormat } from '@tandem/ui/format';
import { WaterfallChart } from '@tandem/ui/WaterfallChart';
import { useIntl } from 'react-intl';
import type { BudgetBy, BudgetRow } from './budget-rows.ts';

interface Props {
  readonly year: number;
  readonly by: BudgetBy;
  readonly rows: readonly BudgetRow[];
}

/** How what is left of a budget comes about: what each month, category or branch left, or spent beyond. */
export function BudgetSteps({ year, by, rows }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const left = ({ budgetCents, actualCents }: BudgetRow) => budgetCents - actualCents;
  const sum = rows.reduce((total, row) => total + left(row), 0);
  const [most] = rows.toSorted((a, b) => Math.abs(left(b)) - Math.abs(left(a)));
  if (most === undefined || left(most) === 0) return null;
  return (
    <WaterfallChart
      title={words(sum < 0 ? 'budget.stepsBeyond' : 'budget.stepsLeft', {
        sum: format.money(Math.abs(sum)),
        most: most.label,
        amount: format.money(left(most)),
      })}
      subtitle={words('budget.stepsAbout')}
      steps={[
        ...rows
          .filter((row) => left(row) !== 0)
          .map((row) => ({
            key: row.key,
            label: row.label,
            value: left(row),
            kind: 'change' as const,
            note: words('budget.stepsOf', { budget: format.money(row.budgetCents) }),
          })),
        { key: 'sum', label: words(sum < 0 ? 'budget.beyond' : 'budget.left'), value: sum, kind: 'total' },
      ]}
      unit="CENTS"
      stepHeader={words(`budget.by.${by}`)}
      valueHeader={words('budget.column.difference')}
      fileName={`budget-${year}-difference`}
    />
  );
}
