import { useAboutFigure } from '@tandem/ui/about-figure';
import { BarChart } from '@tandem/ui/BarChart';
import { Section } from '@tandem/ui/Section';
import { pointOf } from '@tandem/ui/point';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { groupsOf, resultOf } from './published.ts';
import type { Publication } from './publication.queries.ts';
import classes from './Public.module.css';

const PARTS = [
  { metric: 'TOTAL_COST', by: 'COST_CATEGORY', list: 'CostCategory', title: 'public.costs' },
  { metric: 'FUNDING', by: 'GRANT_KIND', list: 'GrantKind', title: 'public.funds' },
] as const;

/** What money is spent on, and where it comes from. */
export function PublicMoney({ publication }: { readonly publication: Publication }) {
  const intl = useIntl();
  const { word } = useWords();
  const aboutFigure = useAboutFigure();
  return (
    <Section
      title={intl.formatMessage({ id: 'public.money' })}
      about={intl.formatMessage({ id: 'public.moneyAbout' })}
    >
      <div className={classes.charts}>
        {PARTS.map(({ metric, by, list, title }) => {
          const groups = groupsOf(publication, metric, by);
          const whole = resultOf(publication, metric);
          if (whole === undefined || groups.length === 0) return null;
          return (
            <BarChart
              key={metric}
              title={intl.formatMessage({ id: title })}
              bars={groups
                .map(({ key, result }) => pointOf(key, word(list, key), result, intl))
                .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))}
              unit="CENTS"
              groupHeader={intl.formatMessage({ id: `public.by.${by}` })}
              valueHeader={whole.definition.name}
              fileName={`${metric.toLowerCase()}-by-${by.toLowerCase()}`}
              about={aboutFigure([whole, ...groups.map(({ result }) => result)])}
            />
          );
        })}
      </div>
    </Section>
  );
}
