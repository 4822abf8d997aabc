import { LARGEST_BALANCED } from '@tandem/metrics/statistics/balance-limit';
import type { About } from '@tandem/ui/about';
import { BalanceChart } from '@tandem/ui/BalanceChart';
import { DifferenceChart } from '@tandem/ui/DifferenceChart';
import { FactList } from '@tandem/ui/FactList';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import indicator from '../indicators/Indicator.module.css';
import classes from './Comparisons.module.css';
import type { ComparisonGroup, Effect } from './comparison-groups.queries.ts';
import { useCovariateWords } from './covariate-words.ts';
import { useEffectColumns, type EffectRow } from './effect-columns.ts';
import { useEffectWords } from './effect-words.ts';
import type { Covariate, Estimand } from './outside-search.ts';
import { WeightedCombinations } from './WeightedCombinations.tsx';

export interface Asked {
  readonly group: ComparisonGroup;
  /** The exit in words. */
  readonly exit: string;
  readonly months: number;
  readonly covariates: readonly Covariate[];
  readonly estimand: Estimand;
}

interface Props {
  readonly effect: Effect;
  readonly asked: Asked;
  readonly about: About;
  readonly fileName: string;
}

/** What became of participants against what became of people like them: the sentence first, then what it rests on. */
export function WeightedEffect({ effect, asked, about: cohort, fileName }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const columns = useEffectColumns();
  const nameOf = useCovariateWords();
  const words = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const rates: EffectRow[] = [
    { key: 'unweighted', ...effect.unweighted },
    { key: 'weighted', ...effect.weighted },
    ...(effect.bounds ? [{ key: 'best' as const, ...effect.bounds.best }] : []),
  ];
  const said = useEffectWords()(effect, asked);
  // Files are read without the page around them: they say how, about whom and of how many.
  const about = {
    definition: [said.method, said.bounds, said.balance, words('outside.caution')].filter(Boolean).join(' '),
    ...cohort,
  };
  return (
    <>
      <p className={indicator.sentence}>{said.finding}</p>
      {said.bounds && <p className={indicator.sentence}>{said.bounds}</p>}
      {!effect.isBalanced && <p className={indicator.sentence}>{said.balance}</p>}
      <p className={classes.caution}>{words('outside.caution')}</p>
      <Section title={words('outside.effect')}>
        <DifferenceChart
          title={said.finding}
          subtitle={said.bounds ?? undefined}
          differences={rates.map(({ key, difference, interval }) => ({
            key,
            label: words(`outside.${key}`),
            value: difference,
            interval,
          }))}
          unit="RATE"
          lowerLabel={words('comparison.lower', { group: asked.group.name })}
          higherLabel={words('comparison.higher', { group: asked.group.name })}
          groupHeader={words('outside.how')}
          valueHeader={words('comparison.difference')}
          fileName={`${fileName}-effect`}
          about={about}
        />
        <FiledTable
          caption={words('outside.rates')}
          columns={columns}
          rows={rates}
          rowKey={({ key }) => key}
          fileName={`${fileName}-rates`}
          about={about}
        />
      </Section>
      <Section title={words('outside.who')} about={words('outside.whoAbout', { months: asked.months })}>
        <FactList
          facts={[
            [words('outside.treated'), format.number(effect.treated)],
            [words('outside.comparison'), format.number(effect.comparison)],
            [
              words('outside.leftOut'),
              words('outside.leftOutOf', { treated: effect.leftOutTreated, comparison: effect.leftOut }),
            ],
            [words('outside.tooShort'), format.number(effect.followedTooShort)],
            [words('outside.effective'), format.number(effect.effectiveComparison)],
            [words('outside.largest'), format.percent(effect.largestWeightShare, 1)],
          ]}
        />
      </Section>
      <Section title={words('outside.balance')} about={words('outside.balanceAbout')}>
        <BalanceChart
          title={said.balance}
          rows={effect.balance.map((row) => ({
            key: `${row.covariate}-${row.value}`,
            label: nameOf(row),
            before: row.before ?? null,
            after: row.after ?? null,
            own: row.treated,
            other: row.comparison,
            weightedOwn: row.weightedTreated,
            weightedOther: row.weightedComparison,
          }))}
          limit={LARGEST_BALANCED}
          beforeLabel={words('outside.unweighted')}
          afterLabel={words('outside.weighted')}
          groupHeader={words('outside.value')}
          ownHeader={words('outside.treated')}
          otherHeader={words('outside.comparison')}
          weightedOwnHeader={words('outside.treatedWeighted')}
          weightedOtherHeader={words('outside.comparisonWeighted')}
          fileName={`${fileName}-balance`}
          about={about}
        />
      </Section>
      <WeightedCombinations effect={effect} fileName={`${fileName}-combinations`} about={about} />
    </>
  );
}
