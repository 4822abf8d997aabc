import { useMutation, useQuery } from '@apollo/client/react';
import { Button, UnstyledButton } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { Page } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ProxyDrawer } from './ProxyDrawer.tsx';
import { PROXIES, REMOVE_PROXY, RESTORE_PROXY, type Proxy } from './sroi.queries.ts';
import classes from './Sroi.module.css';

const REFRESHED = { refetchQueries: [PROXIES], awaitRefetchQueries: true };

/** The library of published unit costs, from which rows of the value map take theirs. */
export function ProxiesPage() {
  const intl = useIntl();
  const { data, error } = useQuery(PROXIES);
  const [opened, setOpened] = useState<Proxy | 'new'>();
  const [remove] = useMutation(REMOVE_PROXY, REFRESHED);
  const [restore] = useMutation(RESTORE_PROXY, REFRESHED);
  const words = (id: string) => intl.formatMessage({ id });
  if (data === undefined) return <PageOnItsWay error={error} />;
  const takeOut = async ({ id, version, name }: Proxy) => {
    const { data } = await remove({ variables: { id, version } });
    const refused = refusalOf(data?.removeProxy);
    if (refused !== undefined) return failedNotice(intl, refusalWords(intl, refused));
    undoNotice(intl, intl.formatMessage({ id: 'sroi.proxyRemoved' }, { name }), () =>
      refusalIn(restore({ variables: { id, version: version + 1 } })),
    );
  };
  const amount = ({ cents, currency }: Proxy) =>
    intl.formatNumber(cents / 100, { style: 'currency', currency, maximumFractionDigits: 0 });
  const columns: readonly Column<Proxy>[] = [
    {
      id: 'name',
      header: words('field.name'),
      wrap: true,
      cell: (proxy) => (
        <UnstyledButton className={classes.open ?? ''} onClick={() => setOpened(proxy)}>
          {proxy.name}
        </UnstyledButton>
      ),
      text: ({ name }) => name,
    },
    {
      id: 'amount',
      header: words('money.column.amount'),
      align: 'right',
      cell: amount,
      text: ({ cents }) => cents / 100,
    },
    {
      id: 'currency',
      header: words('sroi.currency'),
      only: 'file',
      cell: ({ currency }) => currency,
      text: ({ currency }) => currency,
    },
    { id: 'unit', header: words('field.unit'), cell: ({ unit }) => unit, text: ({ unit }) => unit },
    {
      id: 'prices',
      header: words('sroi.prices'),
      cell: ({ country, priceYear }) => `${country} ${priceYear}`,
      text: ({ country, priceYear }) => `${country} ${priceYear}`,
    },
    {
      id: 'source',
      header: words('field.source'),
      wrap: true,
      cell: ({ source, note }) => (
        <>
          {source}
          {note != null && (
            <>
              <br />
              <small>{note}</small>
            </>
          )}
        </>
      ),
      text: ({ source, note }) => `${source} ${note ?? ''}`.trim(),
    },
    {
      id: 'remove',
      header: words('action.remove'),
      only: 'page',
      align: 'right',
      cell: (proxy) => (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={intl.formatMessage({ id: 'sroi.removeProxy' }, { name: proxy.name })}
          onClick={() => void takeOut(proxy)}
        >
          <FormattedMessage id="action.remove" />
        </Button>
      ),
      text: () => null,
    },
  ];
  return (
    <Page
      title={words('sroi.libraryTitle')}
      scope={words('sroi.libraryAbout')}
      parent={
        <Link to="/sroi">
          <FormattedMessage id="nav.sroi" />
        </Link>
      }
      actions={
        <Button onClick={() => setOpened('new')}>
          <FormattedMessage id="sroi.addProxy" />
        </Button>
      }
    >
      <FiledTable
        caption={words('sroi.libraryTitle')}
        columns={columns}
        rows={data.proxies}
        rowKey={({ id }) => id}
        fileName="sroi-proxies"
        empty={<EmptyState title={words('sroi.libraryNone')} />}
      />
      <ProxyDrawer proxy={opened} onClose={() => setOpened(undefined)} />
    </Page>
  );
}
