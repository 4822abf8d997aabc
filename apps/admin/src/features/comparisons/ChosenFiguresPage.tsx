import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { DayInput } from '@tandem/ui/DayInput';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useCan, useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { reversedEnd } from '../indicators/cohort-search.ts';
import { ComparisonFrame } from '../indicators/ComparisonFrame.tsx';
import { INDICATOR, type Metric } from '../indicators/indicator.queries.ts';
import scope from '../indicators/Indicator.module.css';
import { SightNotice } from '../indicators/SightNotice.tsx';
import { usePlacedWords } from '../indicators/use-placed-words.ts';
import { ChosenComparison } from './ChosenComparison.tsx';
import { FigureChoice } from './FigureChoice.tsx';
import { anotherFigure, MOST_CHOSEN, nameOf, type ChosenFigure, type ChosenSearch } from './chosen-search.ts';
import { useUsualFigures } from './use-usual-figures.ts';
import classes from './Comparisons.module.css';

const route = getRouteApi('/indicators/comparison/figures');
/** What is compared if nothing is said. */
const USUAL = 'POSITIVE_EXIT_RATE';

/** Figures of one's own choice beside each other: other periods, other branches, other people. */
export function ChosenFiguresPage() {
  const can = useCan();
  const { data, error } = useQuery(INDICATOR);
  if (!can('SEE_ANALYSES')) return <NotFoundPage />;
  if (data === undefined) return <PageOnItsWay error={error} />;
  return (
    <LoadedFigures
      metrics={data.metrics.filter(({ unit, dimensions }) => unit === 'RATE' && dimensions.length > 0)}
    />
  );
}

function LoadedFigures({ metrics }: Pick<Props, 'metrics'>) {
  const search = route.useSearch();
  const metric = metrics.find(({ id }) => id === (search.of ?? USUAL)) ?? metrics[0];
  return metric === undefined ? <NotFoundPage /> : <MetricFigures metric={metric} metrics={metrics} />;
}

interface Props {
  readonly metric: Metric;
  readonly metrics: readonly Metric[];
}

function MetricFigures({ metric, metrics }: Props) {
  const intl = useIntl();
  const { today } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asOf = search.asOf ?? today;
  const placed = usePlacedWords(metric);
  const { usual, pending, error } = useUsualFigures(metric.id, asOf, search.figures !== undefined);
  const figures = search.figures ?? usual;
  if (figures === undefined) return <PageOnItsWay error={error} />;
  const isSettled = search.figures !== undefined || !pending;
  const words = (id: string) => intl.formatMessage({ id });
  const set = (change: Partial<ChosenSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const change = (place: number, own: Partial<ChosenFigure>) =>
    set({ figures: figures.map((figure, index) => (index === place ? { ...figure, ...own } : figure)) });
  const asked = Object.values(search).some((value) => value !== undefined);
  return (
    <ComparisonFrame title={words('chosen.title')} scope={`${words('chosen.scope')} ${placed}`}>
      <div className={scope.scope} role="group" aria-label={words('chosen.question')}>
        <NativeSelect
          label={words('comparison.of')}
          value={metric.id}
          data={metrics.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ of: event.currentTarget.value })}
        />
        <DayInput
          label={words('indicators.asOf')}
          value={asOf}
          max={today}
          onDay={(day) => set({ asOf: day === '' ? undefined : day })}
        />
        {figures.length < MOST_CHOSEN && (
          <Button
            variant="default"
            className={scope.reset ?? ''}
            onClick={() => set({ figures: [...figures, anotherFigure(figures, asOf)] })}
          >
            <FormattedMessage id="chosen.add" />
          </Button>
        )}
        {asked && (
          <Button
            variant="subtle"
            color="gray"
            className={scope.reset ?? ''}
            onClick={() => void navigate({ search: {} })}
          >
            <FormattedMessage id="table.reset" />
          </Button>
        )}
      </div>
      <SightNotice asked={figures.flatMap(({ branch = [] }) => branch)} />
      <div className={classes.figures}>
        {figures.map((figure, index) => (
          <FigureChoice
            // Figures have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            name={nameOf(index)}
            metric={metric}
            figure={figure}
            asOf={asOf}
            onChange={(own) => change(index, own)}
            onRemove={
              figures.length > 2
                ? () => set({ figures: figures.filter((_, place) => place !== index), reference: undefined })
                : undefined
            }
          />
        ))}
      </div>
      {isSettled && figures.every((figure) => reversedEnd({ ...figure, asOf }, today) === undefined) && (
        <ChosenComparison
          metric={metric}
          figures={figures}
          asOf={search.asOf}
          reference={
            search.reference !== undefined && search.reference < figures.length ? search.reference : 0
          }
          onReference={(reference) => set({ reference })}
          onFigures={(wider) => set({ figures: [...wider] })}
        />
      )}
    </ComparisonFrame>
  );
}
