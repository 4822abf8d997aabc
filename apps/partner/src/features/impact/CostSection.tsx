import { useAboutFigure } from '@tandem/ui/about-figure';
import { BarChart } from '@tandem/ui/BarChart';
import { standingOf } from '@tandem/ui/counted';
import { FigureTile } from '@tandem/ui/FigureTile';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Impact } from './impact.queries.ts';
import classes from './Impact.module.css';

/** What a duo costs in the whole programme, and of what that is made. */
export function CostSection({ impact }: { readonly impact: Impact }) {
  const intl = useIntl();
  const format = useFormat();
  const aboutFigure = useAboutFigure();
  const { word } = useWords();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const { costPerDuo, composition } = impact;
  const parts = composition.flatMap(({ key, result }) =>
    result.__typename === 'Figure' ? [{ key, result }] : [],
  );
  const sum = parts.reduce((total, { result }) => total + result.value, 0);
  // Today's cost over the duos of another day would be nobody's cost.
  const duos =
    costPerDuo.__typename === 'Figure' && parts.every(({ result }) => result.asOf === costPerDuo.asOf)
      ? (costPerDuo.denominator ?? 0)
      : 0;
  const bars = parts
    .map(({ key, result }) => ({
      key,
      label: word('CostCategory', key),
      value: duos > 0 ? result.value / duos : result.value,
      ...(duos > 0 && {
        counted: { unit: 'CENTS' as const, numerator: result.value, denominator: duos },
      }),
      standing: standingOf(result, intl),
      note: format.percent(sum === 0 ? 0 : result.value / sum),
    }))
    .toSorted((a, b) => b.value - a.value);
  const first = bars[0];
  return (
    <Section folds title={words('impact.cost')} about={words('impact.costAbout')}>
      <div className={classes.split}>
        <FigureTile result={costPerDuo} size="large" />
        <BarChart
          title={
            first === undefined
              ? words('impact.cost')
              : words(duos > 0 ? 'impact.costFinding' : 'impact.allCostFinding', {
                  label: first.label,
                  share: first.note,
                })
          }
          bars={bars}
          unit="CENTS"
          groupHeader={words('impact.column.category')}
          valueHeader={words(duos > 0 ? 'impact.column.costPerDuo' : 'impact.column.cost')}
          noteHeader={words('impact.column.shareOfCost')}
          fileName={duos > 0 ? 'cost-per-duo' : 'cost'}
          about={aboutFigure(
            [costPerDuo, ...composition.map(({ result }) => result)],
            words('impact.wholeProgramme'),
          )}
        />
      </div>
    </Section>
  );
}
