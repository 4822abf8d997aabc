import { Button } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { LedgerQuery } from '../../gql/graphql.ts';
import { CloseMonth } from './CloseMonth.tsx';
import { LEDGER } from './ledger.queries.ts';
import { LedgerEvents } from './LedgerEvents.tsx';
import { ReopenForm } from './ReopenForm.tsx';

type Month = LedgerQuery['ledger']['months'][number];
const route = getRouteApi('/money');

/** The months of a year with what was booked in each; closing one closes all before it. */
export function LedgerMonths() {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const { year = Number(today.slice(0, 4)) } = route.useSearch();
  const [closing, setClosing] = useState<string>();
  const [reopening, setReopening] = useState<string>();
  const { data, previousData, error } = useQuery(LEDGER, { variables: { year } });
  const ledger = (data ?? previousData)?.ledger;
  if (error !== undefined && ledger === undefined) return <ErrorState error={error} />;
  const header = (id: string) => intl.formatMessage({ id: `ledger.column.${id}` });
  const columns: readonly Column<Month>[] = [
    {
      id: 'month',
      header: header('month'),
      cell: ({ month }) => format.day(month, 'month'),
      text: ({ month }) => month,
    },
    {
      id: 'lines',
      header: header('lines'),
      align: 'right',
      cell: ({ lines }) => format.number(lines),
      text: ({ lines }) => lines,
    },
    {
      id: 'corrections',
      header: header('corrections'),
      align: 'right',
      cell: ({ corrections }) => format.number(corrections),
      text: ({ corrections }) => corrections,
    },
    {
      id: 'total',
      header: header('total'),
      align: 'right',
      cell: ({ total }) => format.money(total.cents, { exact: true }),
      text: ({ total }) => total.cents / 100,
    },
    {
      id: 'state',
      header: header('state'),
      cell: ({ closed }) => (
        <Status tone={closed ? 'neutral' : 'good'}>
          <FormattedMessage id={closed ? 'ledger.closed' : 'ledger.open'} />
        </Status>
      ),
      text: ({ closed }) => intl.formatMessage({ id: closed ? 'ledger.closed' : 'ledger.open' }),
    },
  ];
  const action: Column<Month> = {
    id: 'action',
    header: header('action'),
    only: 'page',
    cell: ({ month, closed, over }) =>
      closed || over ? (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={intl.formatMessage(
            { id: closed ? 'ledger.reopenOf' : 'ledger.closeOf' },
            { month: format.day(month, 'month') },
          )}
          onClick={() => (closed ? setReopening : setClosing)(month)}
        >
          <FormattedMessage id={closed ? 'ledger.reopen' : 'ledger.close'} />
        </Button>
      ) : (
        ''
      ),
    text: () => null,
  };
  return (
    <>
      <FiledTable
        caption={intl.formatMessage({ id: 'ledger.months' })}
        columns={ledger?.viewerCanManage === true ? [...columns, action] : columns}
        rows={ledger?.months}
        rowKey={({ month }) => month}
        fileName={`ledger-${year}`}
        about={{ scope: String(year) }}
      />
      <LedgerEvents events={ledger?.events ?? []} />
      <FormDrawer
        title={intl.formatMessage({ id: 'ledger.closeTitle' })}
        opened={closing !== undefined}
        onClose={() => setClosing(undefined)}
      >
        {closing !== undefined && <CloseMonth month={closing} onDone={() => setClosing(undefined)} />}
      </FormDrawer>
      <FormDrawer
        title={intl.formatMessage({ id: 'ledger.reopen' })}
        opened={reopening !== undefined}
        onClose={() => setReopening(undefined)}
      >
        {reopening !== undefined && ledger !== undefined && (
          <ReopenForm month={reopening} version={ledger.version} onDone={() => setReopening(undefined)} />
        )}
      </FormDrawer>
    </>
  );
}
