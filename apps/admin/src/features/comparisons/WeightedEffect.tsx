import { LARGEST_BALANCED } from '@tandem/metrics/statistics/balance-limit';
import type { About } from '@tandem/ui/about';
import { BalanceChart } from '@tandem/ui/BalanceChart';
import { DifferenceChart } from '@tandem/ui/DifferenceChart';
import { FactList } from '@tandem/ui/FactList';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import indicator from '../indicators/Indicator.module.css';
import classes from './Comparisons.module.css';
import type { ComparisonGroup, Effect } from './comparison-groups.queries.ts';
import { useCovariateWords } from './covariate-words.ts';
import { useEffectColumns } from './effect-columns.ts';

export interface Asked {
  readonly group: ComparisonGroup;
  /** The exit in words. */
  readonly exit: string;
  readonly months: number;
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
  const { word } = useWords();
  const { unweighted, weighted, interval, verdict, balance, participants, unknownTreated } = effect;
  const beyond = balance.filter(({ after }) => after !== null && Math.abs(after) > LARGEST_BALANCED);
  const balanceWords = effect.isBalanced
    ? words('outside.balanced', { count: balance.length })
    : words('outside.unbalanced', {
        count: beyond.length,
        values: intl.formatList(beyond.map(nameOf)),
      });
  const unknownWords =
    unknownTreated > 0 &&
    words('outside.unknown', {
      unknown: format.number(unknownTreated),
      participants: format.number(participants),
      points: format.difference(unknownTreated / participants, 'RATE'),
    });
  const covariates = [...new Set(balance.map(({ covariate }) => word('Dimension', covariate)))];
  // Files are read without the page around them: they say how, about whom and of how many.
  const method = words('outside.method', {
    estimand: words(`outside.estimand.${effect.estimand}`),
    covariates: intl.formatList(covariates),
    treated: format.number(effect.treated),
    comparison: format.number(effect.comparison),
    leftOutTreated: format.number(effect.leftOutTreated),
    leftOut: format.number(effect.leftOut),
    tooShort: format.number(effect.followedTooShort),
    effective: format.number(effect.effectiveComparison, 1),
  });
  const about = {
    definition: [method, unknownWords, balanceWords, words('outside.caution')].filter(Boolean).join(' '),
    ...cohort,
  };
  const difference = (value: number) => format.difference(value, 'RATE');
  const sentence = words(`outside.sentence.${verdict}`, {
    exit: asked.exit,
    months: asked.months,
    group: asked.group.name,
    treated: format.value(weighted.treated, 'RATE'),
    comparison: format.value(weighted.comparison, 'RATE'),
    difference: difference(weighted.difference),
    lower: difference(interval.lower),
    upper: difference(interval.upper),
    balanced: effect.isBalanced ? 'yes' : 'no',
  });
  return (
    <>
      <p className={indicator.sentence}>{sentence}</p>
      {!effect.isBalanced && <p className={indicator.sentence}>{balanceWords}</p>}
      {unknownWords && <p>{unknownWords}</p>}
      <p className={classes.caution}>{words('outside.caution')}</p>
      <Section title={words('outside.effect')}>
        <DifferenceChart
          title={sentence}
          differences={[
            { key: 'unweighted', label: words('outside.unweighted'), value: unweighted.difference },
            { key: 'weighted', label: words('outside.weighted'), value: weighted.difference, interval },
          ]}
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
          rows={[
            { key: 'unweighted', ...unweighted },
            { key: 'weighted', ...weighted, ...interval },
          ]}
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
          title={balanceWords}
          rows={balance.map((row) => ({
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
    </>
  );
}
