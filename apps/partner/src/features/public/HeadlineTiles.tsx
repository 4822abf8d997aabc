import { FigureGrid } from '@tandem/ui/FigureGrid';
import { FigureTile } from '@tandem/ui/FigureTile';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import { resultOf } from './published.ts';
import type { Publication } from './publication.queries.ts';

const MAIN = [
  'POSITIVE_EXIT_RATE',
  'STABLE_EMPLOYMENT_RATE',
  'MENTOR_LOYALTY_RATE',
  'COST_PER_DUO',
  'SROI_NET',
  'SROI_GROSS',
] as const;

/** The main figures, each with its counts, how sure it is, and its definition one click away. */
export function HeadlineTiles({ publication }: { readonly publication: Publication }) {
  const intl = useIntl();
  return (
    <Section
      title={intl.formatMessage({ id: 'public.main' })}
      about={intl.formatMessage({ id: 'public.mainAbout' })}
    >
      <FigureGrid>
        {MAIN.flatMap((metric) => {
          const result = resultOf(publication, metric);
          return result === undefined ? [] : [<FigureTile key={metric} result={result} />];
        })}
      </FigureGrid>
    </Section>
  );
}
