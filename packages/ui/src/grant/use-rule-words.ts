import type { AllocationBasis, AllocationSpan, CostNature } from '@tandem/domain/vocabulary';
import { useIntl } from 'react-intl';
import { useWords } from '../i18n/words.ts';

/** What a version of the rule says. */
export interface SaidRule {
  readonly basis: AllocationBasis;
  readonly span: AllocationSpan;
  readonly spread: readonly CostNature[];
}

/** A version of the rule of allocation in a sentence. */
export function useRuleWords(): (version: number, rule: SaidRule) => string {
  const intl = useIntl();
  const { word } = useWords();
  const inSentence = (list: 'AllocationBasis' | 'CostNature', value: string) =>
    word(list, value).toLocaleLowerCase(intl.locale);
  return (version, { basis, span, spread }) =>
    intl.formatMessage(
      { id: 'allocation.sentence' },
      {
        version,
        basis: inSentence('AllocationBasis', basis),
        span,
        spread: spread.length,
        natures: intl.formatList(spread.map((nature) => inSentence('CostNature', nature))),
      },
    );
}
