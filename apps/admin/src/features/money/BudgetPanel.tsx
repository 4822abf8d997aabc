import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { StackedChart } from '@tandem/ui/StackedChart';
import { useCan, useViewer } from '@tandem/ui/viewer';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { BUDGET } from './budget.queries.ts';
import { useBudgetColumns, useBudgetRows, type BudgetBy } from './budget-rows.ts';
import { BudgetSteps } from './BudgetSteps.tsx';
import { BudgetVersions } from './BudgetVersions.tsx';
import { PasteBudget } from './PasteBudget.tsx';

const route = getRouteApi('/money');
const BYS = ['month', 'category', 'branch'] as const;

/** A year's budget against what the ledger says: in a sentence, as a chart, as a table. */
export function BudgetPanel() {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const { today } = useViewer();
  const { year = Number(today.slice(0, 4)) } = route.useSearch();
  const [by, setBy] = useState<BudgetBy>('month');
  const [pasting, setPasting] = useState(false);
  const { data, pending, error } = useKeptQuery(BUDGET, { year }, undefined);
  const comparison = data?.budgetComparison ?? [];
  const rows = useBudgetRows(comparison, by);
  const columns = useBudgetColumns(by);
  if (error !== undefined) return <ErrorState error={error} />;
  const budget = rows.reduce((sum, row) => sum + row.budgetCents, 0);
  const actual = rows.reduce((sum, row) => sum + row.actualCents, 0);
  const sentence = intl.formatMessage(
    { id: budget === 0 ? 'budget.none' : 'budget.sentence' },
    {
      year: String(year),
      budget: format.money(budget),
      actual: format.money(actual),
      share: budget === 0 ? '' : format.percent(actual / budget),
    },
  );
  const words = (id: string) => intl.formatMessage({ id });
  return (
    <Kept pending={pending}>
      <Section
        title={sentence}
        action={
          <Group gap="md">
            {can('MANAGE_MONEY') && (
              <>
                <Link to="/imports">
                  <FormattedMessage id="budget.import" />
                </Link>
                <Button onClick={() => setPasting(true)}>
                  <FormattedMessage id="budget.enter" />
                </Button>
              </>
            )}
          </Group>
        }
      >
        <SegmentedControl
          mb="md"
          aria-label={words('budget.by')}
          value={by}
          data={BYS.map((value) => ({ value, label: words(`budget.by.${value}`) }))}
          onChange={(value) => setBy(BYS.find((one) => one === value) ?? 'month')}
        />
        <Stack gap="lg">
          {rows.length > 0 && (
            <StackedChart
              title={words('budget.chart')}
              subtitle={words('budget.chartAbout')}
              unit="CENTS"
              columnHeader={words(`budget.by.${by}`)}
              fileName={`budget-${year}`}
              layers={[
                { key: 'within', label: words('budget.within') },
                { key: 'beyond', label: words('budget.beyond') },
                { key: 'left', label: words('budget.left') },
              ]}
              columns={rows.map(({ key, label, budgetCents, actualCents }) => ({
                key,
                label,
                values: {
                  within: Math.min(budgetCents, actualCents),
                  beyond: Math.max(0, actualCents - budgetCents),
                  left: Math.max(0, budgetCents - actualCents),
                },
              }))}
            />
          )}
          {budget > 0 && <BudgetSteps year={year} by={by} rows={rows} />}
          {rows.length > 0 ? (
            <div>
              <FiledTable
                caption={words('budget.chart')}
                columns={columns}
                rows={rows}
                rowKey={({ key }) => key}
                fileName={`budget-${year}-${by}`}
              />
            </div>
          ) : (
            data && <EmptyState title={words('budget.nothing')} />
          )}
        </Stack>
        <BudgetVersions budgets={data?.budgets ?? []} />
      </Section>
      <FormDrawer title={words('budget.enter')} opened={pasting} onClose={() => setPasting(false)}>
        <PasteBudget year={year} version={data?.budgets[0]?.version ?? 0} onDone={() => setPasting(false)} />
      </FormDrawer>
    </Kept>
  );
}
