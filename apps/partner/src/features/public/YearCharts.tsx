import { useAboutFigure } from '@tandem/ui/about-figure';
import { Section } from '@tandem/ui/Section';
import { pointOf } from '@tandem/ui/point';
import { TrendChart } from '@tandem/ui/TrendChart';
import { useIntl } from 'react-intl';
import { groupsOf, resultOf } from './published.ts';
import type { Publication } from './publication.queries.ts';
import classes from './Public.module.css';

const METRICS = [
  'DUOS_STARTED',
  'POSITIVE_EXIT_RATE',
  'EMPLOYMENT_RATE',
  'STABLE_EMPLOYMENT_RATE',
  'COMPLETION_RATE',
  'SATISFACTION_RATE',
] as const;

interface Props {
  readonly publication: Publication;
}

/** How the main figures went from year to year; what is withheld of a year is hatched. */
export function YearCharts({ publication }: Props) {
  const intl = useIntl();
  return (
    <Section
      title={intl.formatMessage({ id: 'public.years' })}
      about={intl.formatMessage({ id: 'public.yearsAbout' })}
    >
      <div className={classes.charts}>
        {METRICS.map((metric) => (
          <YearChart key={metric} publication={publication} metric={metric} />
        ))}
      </div>
    </Section>
  );
}

function YearChart({ publication, metric }: Props & { readonly metric: (typeof METRICS)[number] }) {
  const intl = useIntl();
  const aboutFigure = useAboutFigure();
  const whole = resultOf(publication, metric);
  const groups = groupsOf(publication, metric, 'YEAR');
  if (whole === undefined || groups.length === 0) return null;
  const { name } = whole.definition;
  return (
    <TrendChart
      title={intl.formatMessage({ id: 'public.byYear' }, { name })}
      points={groups.map(({ key, result }) => pointOf(key, key.slice(0, 4), result, intl))}
      unit={metric === 'DUOS_STARTED' ? 'COUNT' : 'RATE'}
      periodHeader={intl.formatMessage({ id: 'public.year' })}
      valueHeader={name}
      fileName={`${metric.toLowerCase()}-by-year`}
      about={aboutFigure([whole, ...groups.map(({ result }) => result)])}
    />
  );
}
