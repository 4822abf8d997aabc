import { useQuery } from '@apollo/client/react';
import { Group, NativeSelect } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Page } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useNumberWords } from '@tandem/ui/use-number-words';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SroiComparisonQuery } from '../../gql/graphql.ts';
import { SROI_COMPARISON } from './sroi.queries.ts';

const route = getRouteApi('/sroi/compare');
type Difference = NonNullable<SroiComparisonQuery['sroiComparison']>['differences'][number];

/** Two versions side by side: what differs, and what each difference does to the net ratio. */
export function ComparisonPage() {
  const intl = useIntl();
  const format = useFormat();
  const numberWords = useNumberWords();
  const { word } = useWords();
  const { first, second } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = first !== undefined && second !== undefined;
  const { data, error } = useQuery(SROI_COMPARISON, {
    variables: { first: first ?? '', second: second ?? '' },
    skip: !asked,
  });
  const words = (id: string) => intl.formatMessage({ id });
  const parent = (
    <Link to="/sroi">
      <FormattedMessage id="nav.sroi" />
    </Link>
  );
  if (asked && data === undefined) return <PageOnItsWay error={error} />;
  const comparison = data?.sroiComparison;
  if (comparison == null)
    return (
      <Page title={words('sroi.compareTitle')} parent={parent}>
        <EmptyState title={words('sroi.compareNone')} />
      </Page>
    );
  const named = ({ kind, outcome }: Difference) =>
    outcome == null
      ? words(`sroi.difference.${kind}`)
      : intl.formatMessage({ id: 'field.said' }, { field: words(`sroi.difference.${kind}`), words: outcome });
  const said = ({ parameters }: Difference) =>
    parameters
      .map(
        ({ parameter, before, after }) =>
          `${words(`field.${parameter}`)} ${numberWords(parameter, before)} → ${numberWords(parameter, after)}`,
      )
      .join('; ');
  const scope = intl.formatMessage(
    { id: 'sroi.comparedScope' },
    { first: comparison.first.name, second: comparison.second.name },
  );
  const columns: readonly Column<Difference>[] = [
    { id: 'what', header: words('sroi.difference'), wrap: true, cell: named, text: named },
    { id: 'change', header: words('sroi.change'), wrap: true, cell: said, text: said },
    {
      id: 'effect',
      header: words('sroi.effect'),
      align: 'right',
      cell: ({ effect }) => format.difference(effect, 'RATIO'),
      text: ({ effect }) => effect,
    },
  ];
  const choice = (end: 'first' | 'second') => (
    <NativeSelect
      label={words(`sroi.${end}`)}
      value={comparison[end].id}
      data={(data?.sroiModel?.versions ?? []).map(({ id, name, status }) => ({
        value: id,
        label: `${name} · ${word('SroiStatus', status)}`,
      }))}
      onChange={(event) => {
        const { value } = event.currentTarget;
        void navigate({ search: (former) => ({ ...former, [end]: value }), resetScroll: false });
      }}
    />
  );
  return (
    <Page
      title={intl.formatMessage(
        { id: 'sroi.compared' },
        {
          first: format.value(comparison.firstRatio, 'RATIO'),
          second: format.value(comparison.secondRatio, 'RATIO'),
        },
      )}
      parent={parent}
      scope={scope}
    >
      <Group mb="md">
        {choice('first')}
        {choice('second')}
      </Group>
      <FiledTable
        caption={words('sroi.compareTitle')}
        columns={columns}
        rows={comparison.differences}
        rowKey={({ kind, row }) => `${kind}:${row ?? ''}`}
        fileName="sroi-comparison"
        about={{ scope }}
        empty={<EmptyState title={words('sroi.same')} />}
      />
    </Page>
  );
}
