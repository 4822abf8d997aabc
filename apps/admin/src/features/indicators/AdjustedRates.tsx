import { MultiSelect, Text } from '@mantine/core';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { DotChart } from '@tandem/ui/DotChart';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import type { Point } from '@tandem/ui/point';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { Dimension } from '../../gql/graphql.ts';
import { ADJUSTED } from './adjusted-rates.queries.ts';
import { useAdjustedColumns } from './adjusted-columns.tsx';
import { useStratumWords } from './strata-columns.tsx';
import { AdjustedStrata } from './AdjustedStrata.tsx';
import { useGroupLabel } from './dimensions.ts';
import type { Metric } from './indicator.queries.ts';
import { requestOf } from './request.ts';
import { useCohortWords } from './use-cohort-words.ts';

const route = getRouteApi('/indicators/comparison');
/** By what people differ most, if nothing is said. */
const USUAL: readonly Dimension[] = ['GENDER', 'EDUCATION'];
const ADJUSTABLE: readonly Dimension[] = [
  'GENDER',
  'AGE_BAND',
  'EDUCATION',
  'NATIONALITY_GROUP',
  'OUT_OF_WORK',
];

interface Props {
  readonly metric: Metric;
  readonly by: Dimension;
}

/** The rates that groups would have if each had the people of all of them. */
export function AdjustedRates({ metric, by }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const { word } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const labelOf = useGroupLabel();
  const cohortWords = useCohortWords();
  const aboutFigure = useAboutFigure();
  const possible = ADJUSTABLE.filter(
    (dimension) => dimension !== by && metric.dimensions.includes(dimension),
  );
  const adjustedFor = (search.adjusted ?? USUAL).filter((dimension) => possible.includes(dimension));
  const skipped = adjustedFor.length === 0;
  const { data, pending, error } = useKeptQuery(
    ADJUSTED,
    {
      ...requestOf(metric, search, today),
      by,
      adjustedFor: skipped ? possible.slice(0, 1) : adjustedFor,
      reference: search.reference ?? null,
    },
    by,
  );
  const rates = data?.standardisedRates;
  const groups = rates?.groups ?? [];
  const { columns, whyNone } = useAdjustedColumns(by, groups);
  const { nameOf, warning } = useStratumWords(by, rates);
  if (possible.length === 0) return null;
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const points = groups.map((group): Point => {
    const why = whyNone(group);
    return {
      key: group.key,
      label: labelOf(by, group),
      ...(why === undefined
        ? {
            value: group.standardised ?? undefined,
            interval: group.standardisedInterval,
            note: words('adjusted.crude', { rate: format.value(group.crude, 'RATE') }),
          }
        : { value: undefined, why, absent: 'noData' }),
    };
  });
  const collapsed = (rates?.collapsed ?? []).map(nameOf);
  const dimensions = intl.formatList(adjustedFor.map((dimension) => word('Dimension', dimension)));
  const ofAll = aboutFigure(data === undefined ? [] : [data.all], cohortWords(search));
  const about = {
    ...ofAll,
    definition: [
      ofAll.definition,
      words('adjusted.definition', { dimensions }),
      collapsed.length > 0 && words('adjusted.collapsed', { strata: collapsed.join(' · ') }),
      warning,
    ]
      .filter((part) => typeof part === 'string')
      .join(' '),
    asOf: search.asOf ?? today,
  };
  return (
    <Section
      title={words('adjusted.title')}
      about={words('adjusted.about')}
      action={
        <MultiSelect
          size="xs"
          aria-label={words('adjusted.for')}
          data={possible.map((value) => ({ value, label: word('Dimension', value) }))}
          value={[...adjustedFor]}
          onChange={(values) =>
            void navigate({
              search: (before) => ({
                ...before,
                adjusted: possible.filter((dimension) => values.includes(dimension)),
              }),
              resetScroll: false,
            })
          }
        />
      }
    >
      {error === undefined ? (
        <Kept pending={pending || data === undefined}>
          {rates && !skipped && (
            <>
              <DotChart
                title={words(rates.isAdjusted ? 'adjusted.finding' : 'adjusted.notAdjusted', { dimensions })}
                subtitle={warning}
                dots={points}
                unit="RATE"
                groupHeader={word('Dimension', by)}
                valueHeader={words('adjusted.rate')}
                fileName={`${metric.id.toLowerCase()}-adjusted`}
                about={about}
              />
              {collapsed.length > 0 && (
                <Text component="p" role="note" size="sm" c="dimmed" mb="md" maw="var(--t-measure)">
                  {words('adjusted.collapsed', { strata: collapsed.join(' · ') })}
                </Text>
              )}
              <FiledTable
                caption={words('adjusted.title')}
                columns={columns}
                rows={groups}
                rowKey={({ key }) => key}
                fileName={`${metric.id.toLowerCase()}-standardised`}
                about={about}
              />
              {rates.isAdjusted && (
                <AdjustedStrata
                  by={by}
                  rates={rates}
                  fileName={`${metric.id.toLowerCase()}-strata`}
                  about={about}
                />
              )}
            </>
          )}
        </Kept>
      ) : (
        <ErrorState error={error} />
      )}
    </Section>
  );
}
