import { useAboutFigure } from '@tandem/ui/about-figure';
import { DotChart } from '@tandem/ui/DotChart';
import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import type { Point } from '@tandem/ui/point';
import { Section } from '@tandem/ui/Section';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { useMissingBounds } from './missing-bounds.ts';
import { useCohortWords } from './use-cohort-words.ts';

const route = getRouteApi('/indicators/$metric');

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
  readonly result: FigureResult;
}

/** Within which bounds the rate lies whatever became of those of whom it is not known; nothing where that cannot be asked. */
export function IndicatorMissing({ metric, request, result }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const search = route.useSearch();
  const aboutFigure = useAboutFigure();
  const cohortWords = useCohortWords(metric);
  const bounds = useMissingBounds(request);
  if (bounds === undefined) return null;
  const words = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const share = (value: number) => format.value(value, 'RATE');
  const former = metric.formerVersions.find(({ version }) => version === request.version);
  const aboutOf = () => {
    if (!metric.parameters) return words('bounds.about');
    if (former === undefined) return words('bounds.aboutExits');
    const { version, denominator } = former;
    return words('bounds.aboutFormer', { version, denominator: denominator ?? '' });
  };
  const total = bounds.yes + bounds.no + bounds.unknown + bounds.tooEarly;
  const of = (numerator: number, denominator: number): Pick<Point, 'counted'> => ({
    counted: { unit: 'RATE', numerator, denominator },
  });
  return (
    <Section folds title={words('bounds.title')} about={aboutOf()}>
      <DotChart
        title={words('bounds.finding', {
          unknown: bounds.unknown,
          early: bounds.tooEarly,
          total,
          worst: share(bounds.worst),
          best: share(bounds.best),
        })}
        subtitle={words('bounds.interval', {
          interval: format.interval(bounds.interval.lower, bounds.interval.upper, 'RATE'),
          known: share(bounds.known),
        })}
        dots={[
          { ...of(bounds.yes, total), key: 'worst', label: words('bounds.worst'), value: bounds.worst },
          ...(bounds.amongKnown == null
            ? []
            : [
                {
                  ...of(bounds.yes, bounds.yes + bounds.no),
                  key: 'known',
                  label: words('bounds.amongKnown'),
                  value: bounds.amongKnown,
                },
              ]),
          {
            ...of(bounds.yes + bounds.unknown + bounds.tooEarly, total),
            key: 'best',
            label: words('bounds.best'),
            value: bounds.best,
          },
        ]}
        unit="RATE"
        groupHeader={words('bounds.if')}
        valueHeader={metric.name}
        fileName={`${metric.id.toLowerCase()}-bounds`}
        about={aboutFigure([result], cohortWords(search))}
      />
    </Section>
  );
}
