import type { About } from '@tandem/ui/about';
import { fileAmount, fileFormat, type Column } from '@tandem/ui/column';
import { standingOf } from '@tandem/ui/counted';
import { ErrorState } from '@tandem/ui/ErrorState';
import type { FigureResult } from '@tandem/ui/figure';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type {
  FigureMomentInput,
  FigureRequest,
  GroupOfBothFragment,
  GroupsOfBothQuery,
} from '../../gql/graphql.ts';
import { isTold } from './change-columns.ts';
import type { SideWords } from './change-scope.ts';
import { useGroupLabel } from './dimensions.ts';
import type { Metric } from './indicator.queries.ts';

const GROUPS = graphql(`
  query GroupsOfBoth(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $thenAsOf: CalendarDay
    $thenPeriod: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
  ) {
    before: breakdown(
      metric: $metric
      by: BRANCH
      asOf: $thenAsOf
      period: $thenPeriod
      parameters: $parameters
      filter: $filter
      version: $version
    ) {
      ...GroupOfBoth
    }
    after: breakdown(
      metric: $metric
      by: BRANCH
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
    ) {
      ...GroupOfBoth
    }
  }
  fragment GroupOfBoth on BreakdownGroup {
    key
    label
    result {
      ...FigureFields
    }
  }
`);

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
  readonly since: FigureMomentInput;
  readonly sides: SideWords;
  readonly about: About;
}

interface Row {
  readonly group: GroupOfBothFragment;
  readonly before: FigureResult | undefined;
  readonly after: FigureResult | undefined;
}

/** Two figures that have no record in common, branch by branch: no record tells why they differ, but where they do can be told. */
export function ChangeGroups({ metric, request, since, sides, about }: Props) {
  const intl = useIntl();
  const { data, error } = useKeptQuery(
    GROUPS,
    { ...request, thenAsOf: since.asOf ?? request.asOf, thenPeriod: since.period ?? request.period },
    undefined,
  );
  const columns = useColumns(metric, sides);
  if (error !== undefined) return <ErrorState error={error} />;
  if (data === undefined) return null;
  const title = intl.formatMessage({ id: 'change.groups' });
  return (
    <Section
      title={title}
      about={intl.formatMessage({ id: `change.groupsAbout.${metric.records ?? 'NONE'}` })}
    >
      <FiledTable
        caption={title}
        columns={columns}
        rows={rowsOf(data)}
        rowKey={({ group }) => group.key}
        fileName={`${metric.id.toLowerCase()}-branches-of-both`}
        about={about}
      />
    </Section>
  );
}

function rowsOf({ before, after }: GroupsOfBothQuery): readonly Row[] {
  const known = new Set(after.map(({ key }) => key));
  return [...after, ...before.filter(({ key }) => !known.has(key))].map((group) => ({
    group,
    before: before.find(({ key }) => key === group.key)?.result,
    after: after.find(({ key }) => key === group.key)?.result,
  }));
}

function useColumns(metric: Metric, sides: Props['sides']): readonly Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const labelOf = useGroupLabel();
  const { word } = useWords();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const said = (result: FigureResult | undefined): string => {
    if (result === undefined) return '–';
    if (result.__typename !== 'Figure') return standingOf(result, intl) ?? '–';
    const { value, numerator, denominator, unit } = result;
    const counts = { numerator: format.number(numerator), denominator: format.number(denominator ?? 0) };
    if (!isTold(result)) return words('change.few', counts);
    const written = format.value(value, unit);
    return denominator == null || unit === 'CENTS'
      ? written
      : words('change.side', { ...counts, value: written });
  };
  const named = ({ group }: Row) => labelOf('BRANCH', group);
  const sidesOf = (['before', 'after'] as const).flatMap((side): Column<Row>[] => {
    const figure = (row: Row) => {
      const result = row[side];
      return result?.__typename === 'Figure' ? result : undefined;
    };
    const counted = (id: 'numerator' | 'denominator'): Column<Row> => ({
      id: `${side}-${id}`,
      header: words(`change.groupsFile.${id}`, { when: sides[side] }),
      only: 'file',
      cell: () => null,
      text: (row) => figure(row)?.[id] ?? null,
    });
    return [
      {
        id: side,
        header: sides[side],
        // Its heading says a period and a day: on a phone the figure stands below.
        wrap: true,
        as: fileFormat(metric.unit),
        cell: (row) => said(row[side]),
        text: (row) => {
          const found = figure(row);
          return found && isTold(found) ? fileAmount(found.value, metric.unit) : null;
        },
      },
      counted('numerator'),
      counted('denominator'),
    ];
  });
  return [{ id: 'group', header: word('Dimension', 'BRANCH'), cell: named, text: named }, ...sidesOf];
}
