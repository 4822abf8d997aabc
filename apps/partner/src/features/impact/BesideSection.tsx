import { useQuery } from '@apollo/client/react';
import { rateUpTo } from '@tandem/metrics/published-rates';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { isRateOfFew } from '@tandem/ui/counted';
import { DotChart } from '@tandem/ui/DotChart';
import { ErrorState } from '@tandem/ui/ErrorState';
import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { pointOf, type Point } from '@tandem/ui/point';
import { publishedSources, usePublishedAbout, usePublishedLine } from '@tandem/ui/published-name';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { PublishedLineFragment } from '../../gql/graphql.ts';
import { figureOf } from './figures.ts';
import type { Impact } from './impact.queries.ts';
import classes from './Impact.module.css';

const BESIDE = graphql(`
  query Beside {
    publication {
      asOf
      figures(metrics: [POSITIVE_EXIT_RATE, EMPLOYMENT_RATE, STABLE_EMPLOYMENT_RATE]) {
        result {
          ...FigureFields
        }
      }
    }
    POSITIVE_EXIT_RATE: publishedSeries(metric: POSITIVE_EXIT_RATE) {
      ...PublishedLine
    }
    EMPLOYMENT_RATE: publishedSeries(metric: EMPLOYMENT_RATE) {
      ...PublishedLine
    }
    STABLE_EMPLOYMENT_RATE: publishedSeries(metric: STABLE_EMPLOYMENT_RATE) {
      ...PublishedLine
    }
  }
`);

const METRICS = ['POSITIVE_EXIT_RATE', 'EMPLOYMENT_RATE', 'STABLE_EMPLOYMENT_RATE'] as const;

/** What became of the funder's duos, beside the whole programme as it is published and what others published. */
export function BesideSection({ impact, scope }: { readonly impact: Impact; readonly scope: string }) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(BESIDE);
  return (
    <Section
      title={intl.formatMessage({ id: 'impact.beside' })}
      about={intl.formatMessage({ id: 'impact.besideAbout' })}
    >
      {error !== undefined && data === undefined && <ErrorState error={error} retry={refetch} />}
      <div className={classes.years}>
        {data !== undefined &&
          METRICS.flatMap((metric) => {
            const own = figureOf(impact, metric);
            const all = data.publication?.figures.find(({ result }) => result.definition.id === metric);
            return own === undefined
              ? []
              : [
                  <Beside
                    key={metric}
                    own={own}
                    all={all?.result}
                    lines={data[metric].filter(({ misfit }) => misfit == null)}
                    scope={scope}
                  />,
                ];
          })}
      </div>
    </Section>
  );
}

interface Props {
  readonly own: FigureResult;
  /** Undefined where the programme does not publish it. */
  readonly all: FigureResult | undefined;
  readonly lines: readonly PublishedLineFragment[];
  readonly scope: string;
}

/** One outcome: the funder's duos, all duos, and others, each as a dot. */
function Beside({ own, all, lines, scope }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const lineOf = usePublishedLine();
  const aboutOf = usePublishedAbout();
  const aboutFigure = useAboutFigure();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const { id, name } = own.definition;
  // What was published by another version of the indicator is about something else.
  const figure =
    all?.__typename === 'Figure' && all.definition.version === own.definition.version ? all : undefined;
  const year = Number((own.__typename === 'Figure' ? own.asOf : (figure?.asOf ?? '9999')).slice(0, 4));
  const others = lines.flatMap((line) => {
    const rate = rateUpTo(line, year);
    return rate === undefined ? [] : [{ line, rate, label: lineOf({ ...line, year: rate.year }) }];
  });
  const dots: Point[] = [
    pointOf('own', words('impact.besideYours'), own, intl),
    ...(figure === undefined
      ? []
      : [pointOf('all', words('impact.besideAll', { day: format.day(figure.asOf) }), figure, intl)]),
    ...others.map(({ line, rate, label }) => ({ key: line.key, label, value: rate.rate })),
  ];
  const said = (result: FigureResult | undefined) =>
    result?.__typename === 'Figure' && !isRateOfFew(result) ? format.value(result.value, 'RATE') : undefined;
  const [ownSaid, allSaid] = [said(own), said(figure)];
  const title =
    ownSaid === undefined
      ? name
      : allSaid === undefined
        ? words('impact.besideFinding.own', { name, own: ownSaid })
        : words('impact.besideFinding', { name, own: ownSaid, all: allSaid });
  return (
    <DotChart
      title={title}
      subtitle={others
        .map(({ line, rate, label }) =>
          words('published.aboutLine', { line: label, population: aboutOf(rate, line.differs) }),
        )
        .join(' ')}
      dots={dots}
      unit="RATE"
      groupHeader={words('impact.besideWho')}
      valueHeader={name}
      fileName={`${id.toLowerCase()}-beside`}
      about={{
        ...aboutFigure(figure === undefined ? [own] : [own, figure], scope),
        source: [
          words('about.programme'),
          ...others.map(({ rate, label }) => format.named(label, publishedSources([rate]))),
        ].join('; '),
      }}
    />
  );
}
