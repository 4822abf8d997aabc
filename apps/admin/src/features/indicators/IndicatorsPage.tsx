import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { AnalysisPage } from './AnalysisPage.tsx';
import { IndicatorTile } from './IndicatorTile.tsx';
import { SightNotice } from './SightNotice.tsx';

const CATALOGUE = graphql(`
  query Catalogue {
    metrics {
      id
      group
    }
  }
`);
const CATALOGUE_FIGURES = graphql(`
  query CatalogueFigures($requests: [FigureRequest!]!) {
    figures(requests: $requests) {
      ...FigureFields
    }
  }
`);

/** One group of indicators at a time: all of them at once would be more than the server answers. */
const GROUPS = ['OUTCOMES', 'OPERATIONS', 'QUALITY', 'LONG_TERM', 'ECONOMY'] as const;

/** Every indicator there is, with its figure of today. */
export function IndicatorsPage() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { today } = useViewer();
  const { data: catalogue, error, refetch } = useQuery(CATALOGUE);
  if (error !== undefined && catalogue === undefined) return <ErrorState error={error} retry={refetch} />;
  const metrics = catalogue?.metrics ?? [];
  return (
    <AnalysisPage
      title={intl.formatMessage({ id: 'nav.indicators' })}
      scope={intl.formatMessage(
        { id: 'indicators.scope' },
        { day: format.day(today), count: metrics.length },
      )}
    >
      <SightNotice />
      {GROUPS.map((group) => (
        <Section key={group} folds={group !== GROUPS[0]} title={word('MetricGroup', group)}>
          <GroupFigures ids={metrics.filter(({ group: own }) => own === group).map(({ id }) => id)} />
        </Section>
      ))}
    </AnalysisPage>
  );
}

/** The figures of a group of indicators. */
function GroupFigures({ ids }: { readonly ids: readonly MetricId[] }) {
  const { data, error, refetch } = useQuery(CATALOGUE_FIGURES, {
    variables: { requests: ids.map((metric) => ({ metric })) },
    skip: ids.length === 0,
  });
  if (error !== undefined && data === undefined) return <ErrorState error={error} retry={refetch} />;
  return (
    <FigureGrid>
      {ids.map((id, index) => (
        <IndicatorTile key={id} result={data?.figures[index]} />
      ))}
    </FigureGrid>
  );
}
