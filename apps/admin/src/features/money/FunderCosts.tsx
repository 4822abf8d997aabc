import { Stack } from '@mantine/core';
import { BarChart } from '@tandem/ui/BarChart';
import type { Column } from '@tandem/ui/column';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FunderCostsQuery } from '../../gql/graphql.ts';
import { periodOrAll } from './year.ts';

const FUNDER_COSTS = graphql(`
  query FunderCosts($period: PeriodInput!) {
    costByFunder(period: $period) {
      funderId
      funderName
      availableCents
      startedDuos
      activeDuoMonths
      directCents
      sharedCents
      indirectCents
      cents
    }
  }
`);
type FunderCost = NonNullable<FunderCostsQuery['costByFunder']>[number];
const route = getRouteApi('/money');

/** What each funder's money did: the duos that its grants paid, and what their shares bore of the cost. */
export function FunderCosts() {
  const intl = useIntl();
  const format = useFormat();
  const { year } = route.useSearch();
  const { data, error } = useKeptQuery(FUNDER_COSTS, { period: periodOrAll(year) }, undefined);
  const words = (id: string) => intl.formatMessage({ id });
  const nameOf = ({ funderName }: FunderCost) => funderName ?? words('allocation.noGrant');
  const columns = useColumns(nameOf);
  if (error !== undefined) return <ErrorState error={error} />;
  const funders = data?.costByFunder ?? [];
  const ledger = funders.reduce((sum, { cents }) => sum + cents, 0);
  const first = funders.find(({ funderId }) => funderId != null);
  return (
    <Section title={words('funders.title')} about={<FormattedMessage id="funders.about" />}>
      <Stack gap="lg">
        {first !== undefined && (
          <BarChart
            title={intl.formatMessage(
              { id: 'funders.finding' },
              {
                funder: nameOf(first),
                duos: format.number(first.startedDuos, Number.isInteger(first.startedDuos) ? 0 : 1),
                cost: format.money(first.cents),
                share: format.percent(ledger === 0 ? 0 : first.cents / ledger),
              },
            )}
            bars={funders.map((funder) => ({
              key: funder.funderId ?? '',
              label: nameOf(funder),
              value: funder.cents,
              note: format.percent(ledger === 0 ? 0 : funder.cents / ledger),
              tone: funder.funderId == null ? 'muted' : undefined,
            }))}
            unit="CENTS"
            groupHeader={words('funders.column.funder')}
            valueHeader={words('funders.column.cost')}
            noteHeader={words('money.column.shareOfCost')}
            fileName="cost-by-funder"
          />
        )}
        <div>
          <FiledTable
            caption={words('funders.title')}
            columns={columns}
            rows={funders}
            rowKey={({ funderId }) => funderId ?? ''}
            fileName="what-funders-paid"
          />
        </div>
      </Stack>
    </Section>
  );
}

function useColumns(nameOf: (funder: FunderCost) => string): readonly Column<FunderCost>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `funders.column.${id}` });
  const money = (id: string, of: (funder: FunderCost) => number | null): Column<FunderCost> => ({
    id,
    header: header(id),
    align: 'right',
    as: 'money',
    cell: (funder) => {
      const cents = of(funder);
      return cents === null ? '–' : format.money(cents, { exact: true });
    },
    text: (funder) => {
      const cents = of(funder);
      return cents === null ? null : cents / 100;
    },
  });
  const number = (id: string, of: (funder: FunderCost) => number): Column<FunderCost> => ({
    id,
    header: header(id),
    align: 'right',
    cell: (funder) => format.number(of(funder), 1),
    text: of,
  });
  return [
    { id: 'funder', header: header('funder'), cell: nameOf, text: nameOf },
    money('available', ({ funderId, availableCents }) => (funderId == null ? null : availableCents)),
    number('started', ({ startedDuos }) => startedDuos),
    number('months', ({ activeDuoMonths }) => activeDuoMonths),
    money('direct', ({ directCents }) => directCents),
    money('shared', ({ sharedCents }) => sharedCents),
    money('indirect', ({ indirectCents }) => indirectCents),
    money('cost', ({ cents }) => cents),
  ];
}
