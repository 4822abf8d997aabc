import { BarChart } from '@tandem/ui/BarChart';
import { FigureTile } from '@tandem/ui/FigureTile';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Page';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Impact } from './impact.queries.ts';
import classes from './Impact.module.css';

/** What a duo costs in the whole programme, and of what that is made. */
export function CostSection({ impact }: { readonly impact: Impact }) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const { costPerDuo } = impact;
  const duos = costPerDuo.__typename === 'Figure' ? (costPerDuo.denominator ?? 0) : 0;
  const total = costPerDuo.__typename === 'Figure' ? costPerDuo.numerator : 0;
  const bars = impact.composition
    .flatMap(({ key, result }) =>
      result.__typename === 'Figure' && duos > 0
        ? [
            {
              key,
              label: word('CostCategory', key),
              value: result.value / duos,
              note: format.percent(total === 0 ? 0 : result.value / total),
            },
          ]
        : [],
    )
    .toSorted((a, b) => b.value - a.value);
  const first = bars[0];
  return (
    <Section title={words('impact.cost')} about={words('impact.costAbout')}>
      <div className={classes.split}>
        <FigureTile result={costPerDuo} size="large" />
        <BarChart
          title={
            first === undefined
              ? words('impact.cost')
              : words('impact.costFinding', { label: first.label, share: first.note })
          }
          bars={bars}
          unit="CENTS"
          groupHeader={words('impact.column.category')}
          valueHeader={words('impact.column.perDuo')}
          fileName="cost-per-duo"
        />
      </div>
    </Section>
  );
}
