import { useQuery } from '@apollo/client/react';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Section } from '@tandem/ui/Section';
import { pointOf } from '@tandem/ui/point';
import { TrendChart } from '@tandem/ui/TrendChart';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { OutcomesByYearQuery } from '../../gql/graphql.ts';
import classes from './Impact.module.css';

const YEARS = graphql(`
  query OutcomesByYear {
    started: trend(metric: DUOS_STARTED, step: YEAR) {
      key
      label
      result {
        ...FigureFields
      }
    }
    exits: trend(metric: POSITIVE_EXIT_RATE, step: YEAR) {
      key
      label
      result {
        ...FigureFields
      }
    }
    jobs: trend(metric: EMPLOYMENT_RATE, step: YEAR) {
      key
      label
      result {
        ...FigureFields
      }
    }
    stable: trend(metric: STABLE_EMPLOYMENT_RATE, step: YEAR) {
      key
      label
      result {
        ...FigureFields
      }
    }
  }
`);

const CHARTS = ['started', 'exits', 'jobs', 'stable'] as const;

/** How the duos of each year fared: a year is that in which they began. */
export function YearsSection({ scope }: { readonly scope: string }) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(YEARS);
  return (
    <Section
      title={intl.formatMessage({ id: 'impact.years' })}
      about={intl.formatMessage({ id: 'impact.yearsAbout' })}
    >
      {error !== undefined && data === undefined && <ErrorState error={error} retry={refetch} />}
      <div className={classes.years}>
        {data !== undefined &&
          CHARTS.map((name) => <YearChart key={name} name={name} groups={data[name]} scope={scope} />)}
      </div>
    </Section>
  );
}

interface Props {
  readonly name: (typeof CHARTS)[number];
  readonly groups: OutcomesByYearQuery['started'];
  readonly scope: string;
}

function YearChart({ name, groups, scope }: Props) {
  const intl = useIntl();
  const aboutFigure = useAboutFigure();
  const [first] = groups;
  if (first === undefined) return null;
  const { definition } = first.result;
  return (
    <TrendChart
      title={intl.formatMessage({ id: 'public.byYear' }, { name: definition.name })}
      points={groups.map(({ key, result }) => pointOf(key, key.slice(0, 4), result, intl))}
      unit={name === 'started' ? 'COUNT' : 'RATE'}
      periodHeader={intl.formatMessage({ id: 'public.year' })}
      valueHeader={definition.name}
      fileName={`${definition.id.toLowerCase()}-by-year`}
      about={aboutFigure(
        groups.map(({ result }) => result),
        scope,
      )}
    />
  );
}
