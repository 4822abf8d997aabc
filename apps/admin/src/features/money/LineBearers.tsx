import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import type { LineAllocationQuery } from '../../gql/graphql.ts';
import { useBearerColumns, usePartColumn } from './bearer-columns.tsx';
import { LINE_ALLOCATION } from './ledger.queries.ts';
import { SumRow } from './SumRow.tsx';
import { useLookedAt } from './use-looked-at.ts';

type Part = NonNullable<LineAllocationQuery['lineAllocation']>['parts'][number];
interface Props {
  readonly id: string;
}

/** Who bears a line of the ledger, by the rule in force: where it is found again in what branches and grants bear. */
export function LineBearers({ id }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const bearer = useBearerColumns();
  const part = usePartColumn();
  const { period, words = intl.formatMessage({ id: 'money.allTime' }) } = useLookedAt();
  const columns: readonly Column<Part>[] = [...bearer, part];
  const { data, error } = useQuery(LINE_ALLOCATION, {
    variables: { id, period },
    fetchPolicy: 'cache-and-network',
  });
  if (error !== undefined) return <ErrorState error={error} />;
  const allocation = data?.lineAllocation;
  if (allocation == null) return null;
  const { ruleVersion, span, from, byRule, amount, parts } = allocation;
  const alone = !byRule && parts.some(({ grantId }) => grantId != null);
  const sentence = intl.formatMessage(
    { id: `ledger.bearers.${byRule ? 'byRule' : alone ? 'alone' : 'branch'}` },
    {
      total: format.money(amount.cents, { exact: true }),
      version: ruleVersion,
      span,
      time: { MONTH: format.day(from, 'month'), YEAR: from.slice(0, 4), PERIOD: words }[span],
    },
  );
  return (
    <Section title={intl.formatMessage({ id: 'ledger.bearers' })} about={sentence}>
      <FiledTable
        caption={intl.formatMessage({ id: 'ledger.bearers' })}
        columns={columns}
        rows={parts}
        rowKey={({ branchId, grantId }) => `${branchId} ${grantId}`}
        fileName="who-bears-the-line"
        about={{ definition: sentence }}
        footer={<SumRow exact columns={columns} of="part" cents={amount.cents} />}
      />
    </Section>
  );
}
