import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { FigureTile } from '@tandem/ui/FigureTile';
import { Section } from '@tandem/ui/Section';
import { SroiAssumptions } from '@tandem/ui/SroiAssumptions';
import { useAboutValueMap } from '@tandem/ui/use-about-value-map';
import { useIntl } from 'react-intl';
import type { SroiQuery } from '../../gql/graphql.ts';
import { SROI, type Impact } from './impact.queries.ts';
import { SroiRows } from './SroiRows.tsx';
import { SroiVersionResult } from './SroiVersionResult.tsx';

export type SroiVersion = NonNullable<NonNullable<SroiQuery['sroiModel']>['current']>;

/** The social return, gross and net, how sure it is, and every assumption of which it is made. */
export function SroiSection({ impact }: { readonly impact: Impact }) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(SROI);
  const aboutValueMap = useAboutValueMap();
  const version = data?.sroiModel?.current;
  const names = new Map(data?.metrics.map(({ id, name }) => [id, name]));
  return (
    <Section
      title={intl.formatMessage({ id: 'impact.sroi' })}
      about={intl.formatMessage({ id: 'impact.sroiAbout' })}
    >
      <FigureGrid>
        <FigureTile result={impact.sroiGross} size="large" />
        <FigureTile result={impact.sroiNet} size="large" />
      </FigureGrid>
      {error !== undefined && data === undefined && <ErrorState error={error} retry={refetch} />}
      {version != null && (
        <>
          <SroiVersionResult version={version} />
          <SroiRows version={version} names={names} about={aboutValueMap(version)} />
          <SroiAssumptions rows={version.rows} about={aboutValueMap(version)} />
        </>
      )}
    </Section>
  );
}
