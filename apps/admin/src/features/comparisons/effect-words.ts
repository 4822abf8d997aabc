import { LARGEST_BALANCED } from '@tandem/metrics/statistics/balance-limit';
import { useFormat } from '@tandem/ui/format';
import { boundsWords } from '@tandem/ui/sureness';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Effect } from './comparison-groups.queries.ts';
import { useCovariateWords } from './covariate-words.ts';
import type { Asked } from './WeightedEffect.tsx';

/** What a weighted effect comes to in words: what was found, within what it lies, how, and how alike the groups are. */
export function useEffectWords() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const nameOf = useCovariateWords();
  const words = (id: string, values: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const difference = (value: number) => format.difference(value, 'RATE');
  return (effect: Effect, { exit, months, group }: Asked) => {
    const { balance, bounds, estimand, isBalanced, treated, unknownTreated, verdict, weighted } = effect;
    const beyond = balance.filter(({ after }) => after !== null && Math.abs(after) > LARGEST_BALANCED);
    return {
      finding: words(`outside.sentence.${verdict}`, {
        exit,
        months,
        group: group.name,
        treated: format.value(weighted.treated, 'RATE'),
        comparison: format.value(weighted.comparison, 'RATE'),
        difference: difference(weighted.difference),
        lower: difference(weighted.interval.lower),
        upper: difference(weighted.interval.upper),
        balanced: isBalanced ? 'yes' : 'no',
      }),
      method: words('outside.method', {
        estimand: words(`outside.estimand.${estimand}`, {}),
        covariates: intl.formatList(effect.covariates.map((covariate) => word('Dimension', covariate))),
        treated: format.number(treated),
        comparison: format.number(effect.comparison),
        leftOutTreated: format.number(effect.leftOutTreated),
        leftOut: format.number(effect.leftOut),
        tooShort: format.number(effect.followedTooShort),
        effective: format.number(effect.effectiveComparison, 1),
      }),
      bounds:
        bounds &&
        words('outside.bounds', {
          words: boundsWords(
            {
              unknown: unknownTreated,
              notYetObservable: null,
              parameters: null,
              bounds: { worst: weighted.treated, best: bounds.best.treated, caution: bounds.caution ?? null },
            },
            intl,
          ),
          lowest: difference(weighted.difference),
          highest: difference(bounds.best.difference),
          best: bounds.verdict === verdict ? 'SAME' : bounds.verdict,
        }),
      balance: isBalanced
        ? words('outside.balanced', { count: balance.length })
        : words('outside.unbalanced', {
            count: beyond.length,
            values: intl.formatList(beyond.map(nameOf)),
          }),
    };
  };
}
