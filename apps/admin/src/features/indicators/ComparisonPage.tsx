import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { AdjustedRates } from './AdjustedRates.tsx';
import { ComparisonFrame } from './ComparisonFrame.tsx';
import { reversedEnd } from './cohort-search.ts';
import { CohortScope } from './CohortScope.tsx';
import { ComparedGroups } from './ComparedGroups.tsx';
import { GROUPINGS, type ComparisonSearch } from './comparison-search.ts';
import { INDICATOR, type Metric } from './indicator.queries.ts';
import { usePlacedWords } from './use-placed-words.ts';

const route = getRouteApi('/indicators/comparison');
/** What is compared if nothing is said. */
const USUAL = 'POSITIVE_EXIT_RATE';
const STEPS = ['YEAR', 'QUARTER'] as const;

/** Groups or periods beside each other, each held against one of them. */
export function ComparisonPage() {
  const can = useCan();
  const { data, error } = useQuery(INDICATOR);
  if (!can('SEE_ANALYSES')) return <NotFoundPage />;
  if (data === undefined) return <PageOnItsWay error={error} />;
  return (
    <LoadedComparison
      metrics={data.metrics.filter(({ unit, dimensions }) => unit === 'RATE' && dimensions.length > 0)}
    />
  );
}

interface Props {
  readonly metric: Metric;
  readonly metrics: readonly Metric[];
}

function LoadedComparison({ metrics }: Pick<Props, 'metrics'>) {
  const search = route.useSearch();
  const metric = metrics.find(({ id }) => id === (search.of ?? USUAL)) ?? metrics[0];
  return metric === undefined ? <NotFoundPage /> : <MetricComparison metric={metric} metrics={metrics} />;
}

function MetricComparison({ metric, metrics }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const { today, branches } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const placed = usePlacedWords(metric);
  const words = (id: string) => intl.formatMessage({ id });
  const set = (change: Partial<ComparisonSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const asked = Object.values(search).some((value) => value !== undefined);
  // A duo that several grants pay is in each of them: those groups are not independent.
  const dimensions = metric.dimensions.filter((dimension) => dimension !== 'GRANT');
  // Who sees one branch has no other to compare it with.
  const usual = dimensions.find((each) => each === 'BRANCH' && branches?.length !== 1) ?? 'YEAR';
  const by = [...dimensions, ...STEPS].find((each) => each === search.by) ?? usual;
  const dimension = dimensions.find((each) => each === by);
  return (
    <ComparisonFrame title={words('comparison.title')} scope={`${words('comparison.scope')} ${placed}`}>
      <CohortScope
        search={search}
        onChange={set}
        onReset={asked ? () => void navigate({ search: {} }) : undefined}
      >
        <NativeSelect
          label={words('comparison.of')}
          value={metric.id}
          data={metrics.map(({ id, name }) => ({ value: id, label: name }))}
          // The group that the others are held against stays, where it is there as well.
          onChange={(event) => set({ of: event.currentTarget.value, adjusted: undefined })}
        />
        <NativeSelect
          label={words('indicators.by')}
          value={by}
          data={[
            ...dimensions.map((value) => ({ value, label: word('Dimension', value) })),
            ...STEPS.map((value) => ({ value, label: words(`indicators.step.${value}`) })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            set({ by: GROUPINGS.find((each) => each === value), reference: undefined, adjusted: undefined });
          }}
        />
      </CohortScope>
      {reversedEnd(search, today) === undefined && (
        <>
          <ComparedGroups metric={metric} by={by} />
          {dimension && <AdjustedRates metric={metric} by={dimension} />}
        </>
      )}
    </ComparisonFrame>
  );
}
