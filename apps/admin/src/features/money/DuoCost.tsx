import { Button } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DUO_COST } from './duo-cost.queries.ts';
import { useDuoCostColumns, type TracedPart } from './duo-cost-columns.tsx';
import { SumRow } from './SumRow.tsx';
import { TraceList } from './TraceList.tsx';
import { lookedAtOf } from './year.ts';

interface Props {
  readonly duoId: string;
  readonly reference: string;
}

/** What a duo cost, by the month or year of which it was allocated and by who pays; each amount opens to the lines that it comes from. */
export function DuoCost({ duoId, reference }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const [traced, setTraced] = useState<TracedPart>();
  const columns = useDuoCostColumns(setTraced);
  const { data, error } = useQuery(DUO_COST, { variables: { duoId }, fetchPolicy: 'cache-and-network' });
  if (error !== undefined) return <ErrorState error={error} />;
  const cost = data?.duoCost;
  if (cost == null) return null;
  const money = ({ cents }: { readonly cents: number }) => format.money(cents, { exact: true });
  if (traced !== undefined) {
    const { part, nature, cents } = traced;
    return (
      <>
        <Button variant="default" size="compact-sm" mb="sm" onClick={() => setTraced(undefined)}>
          <FormattedMessage id="duoCost.back" values={{ reference }} />
        </Button>
        <p>
          <FormattedMessage
            id="duoCost.traced"
            values={{ reference, part: money({ cents }), share: format.percent(part.weight, 2) }}
          />
        </p>
        <TraceList
          group={part}
          period={{ from: part.from, to: part.to }}
          nature={nature}
          about
          lookedAt={lookedAtOf(part)}
        />
      </>
    );
  }
  const sentence = intl.formatMessage(
    { id: 'duoCost.sentence' },
    {
      reference,
      total: money(cost.total),
      direct: money(cost.direct),
      shared: money(cost.shared),
      indirect: money(cost.indirect),
      rule: cost.ruleVersion,
    },
  );
  return (
    <>
      <p>{sentence}</p>
      <FiledTable
        caption={intl.formatMessage({ id: 'duoCost.title' }, { reference })}
        columns={columns}
        rows={cost.parts}
        rowKey={({ from, grantId }) => `${from} ${grantId}`}
        fileName={`cost-of-${reference}`}
        about={{ definition: sentence }}
        footer={<SumRow exact columns={columns} of="cost" cents={cost.total.cents} />}
      />
    </>
  );
}
