import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { GrantRowFragment } from '../../gql/graphql.ts';
import { ALL_GRANTS } from './impact.queries.ts';

interface Props {
  /** All that the page is about, or the latest of them. */
  readonly grants: readonly GrantRowFragment[];
  /** How many the page is about. */
  readonly total: number;
  readonly scope: string;
}

/** Which duos the grants pay, by share: half of a duo is half a duo. */
export function GrantsSection({ grants, total, scope }: Props) {
  const intl = useIntl();
  const { today } = useViewer();
  const format = useFormat();
  const { word } = useWords();
  const [wantsAll, setWantsAll] = useState(false);
  const isPart = grants.length < total;
  const all = useQuery(ALL_GRANTS, { skip: !wantsAll || !isPart });
  const rows = (isPart ? all.data?.grants : undefined) ?? grants;
  const header = (id: string) => intl.formatMessage({ id: `impact.column.${id}` });
  const fileHeader = (id: string) => intl.formatMessage({ id: `impact.file.${id}` });
  const perDuo = ({ amount, share }: GrantRowFragment) => (share > 0 ? amount.cents / share : undefined);
  // Both of the day of which the cost was told: the grant may pay other duos since.
  const costPerDuo = ({ cost }: GrantRowFragment) =>
    cost?.share != null && cost.share > 0 ? cost.cost.cents / cost.share : undefined;
  const money = (
    id: string,
    of: (grant: GrantRowFragment) => number | undefined,
  ): Column<GrantRowFragment> => ({
    id,
    header: header(id),
    fileHeader: fileHeader(id),
    align: 'right',
    as: 'money',
    cell: (grant) => {
      const cents = of(grant);
      return cents === undefined ? '–' : format.money(cents);
    },
    text: (grant) => {
      const cents = of(grant);
      return cents === undefined ? null : Math.round(cents) / 100;
    },
  });
  const filed = (id: string, of: Column<GrantRowFragment>['text']): Column<GrantRowFragment> => ({
    id,
    header: fileHeader(id),
    only: 'file',
    cell: of,
    text: of,
  });
  const costPerDuoColumn = money('costPerDuo', costPerDuo);
  const columns: readonly Column<GrantRowFragment>[] = [
    {
      id: 'reference',
      header: header('reference'),
      cell: ({ reference }) => reference,
      text: ({ reference }) => reference,
    },
    {
      id: 'kind',
      header: header('kind'),
      cell: ({ kind }) => word('GrantKind', kind),
      text: ({ kind }) => word('GrantKind', kind),
    },
    {
      id: 'status',
      header: header('status'),
      cell: ({ status }) => word('GrantStatus', status),
      text: ({ status }) => word('GrantStatus', status),
    },
    {
      id: 'period',
      header: header('period'),
      only: 'page',
      cell: ({ startsOn, endsOn }) => `${format.day(startsOn)} – ${format.day(endsOn)}`,
      text: () => null,
    },
    filed('startsOn', ({ startsOn }) => startsOn),
    filed('endsOn', ({ endsOn }) => endsOn),
    money('amount', ({ amount }) => amount.cents),
    {
      id: 'duos',
      header: header('duos'),
      fileHeader: fileHeader('duos'),
      align: 'right',
      cell: ({ duoCount }) => format.number(duoCount),
      text: ({ duoCount }) => duoCount,
    },
    {
      id: 'share',
      header: header('share'),
      fileHeader: fileHeader('share'),
      align: 'right',
      cell: ({ share }) => format.number(share, 1),
      text: ({ share }) => share,
    },
    money('perDuo', perDuo),
    { ...money('grantCost', ({ cost }) => cost?.cost.cents), only: 'file' },
    filed('costShare', ({ cost }) => cost?.share ?? null),
    filed('costAsOf', ({ cost }) => cost?.asOf ?? null),
    {
      ...costPerDuoColumn,
      cell: (grant) => (
        <>
          {costPerDuoColumn.cell(grant)}
          {grant.cost != null && grant.cost.asOf !== today && (
            <small>
              {' '}
              <FormattedMessage id="impact.asOf" values={{ day: format.day(grant.cost.asOf) }} />
            </small>
          )}
        </>
      ),
    },
  ];
  return (
    <Section
      folds
      title={intl.formatMessage({ id: 'impact.grants' })}
      about={intl.formatMessage({ id: 'impact.grantsAbout' })}
    >
      <FiledTable
        caption={intl.formatMessage({ id: 'impact.grants' })}
        columns={columns}
        rows={rows}
        total={total}
        rowKey={({ id }) => id}
        fileName="grants"
        about={{ scope, asOf: today, definition: intl.formatMessage({ id: 'impact.grantsAbout' }) }}
      />
      {rows.length < total && (
        <Button variant="default" mt="md" loading={all.loading} onClick={() => setWantsAll(true)}>
          <FormattedMessage id="impact.allOfGrants" values={{ count: total }} />
        </Button>
      )}
      {all.error !== undefined && <ErrorState error={all.error} />}
    </Section>
  );
}
