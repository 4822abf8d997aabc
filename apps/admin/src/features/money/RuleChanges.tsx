import { changesOf, type AllocationRule, type RulePart } from '@tandem/domain/allocation';
import { WHOLE_SHARE } from '@tandem/domain/funding';
import { COST_NATURES } from '@tandem/domain/vocabulary';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { useBranchOptions } from '../people/options.ts';

interface Props {
  readonly before: AllocationRule;
  readonly after: AllocationRule;
}

/** What changes from one version of the rule to another, by what it was and by what it will be. */
export function RuleChanges({ before, after }: Props) {
  const intl = useIntl();
  const partOf = useRulePart();
  const changes = changesOf(before, after);
  if (changes.length === 0)
    return (
      <p>
        <FormattedMessage id="allocation.nothingChanges" />
      </p>
    );
  return (
    <div role="status">
      <FormattedMessage id="allocation.changes" />
      <ul>
        {changes.map((part) => (
          <li key={part}>
            <FormattedMessage
              id="allocation.changed"
              values={{
                what: intl.formatMessage({ id: `allocation.${part}` }),
                before: partOf(before, part),
                after: <strong>{partOf(after, part)}</strong>,
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A part of a version in words. */
function useRulePart() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const branches = useBranchOptions();
  return ({ basis, span, spread, branchShares }: AllocationRule, part: RulePart): string => {
    switch (part) {
      case 'basis':
        return word('AllocationBasis', basis);
      case 'span':
        return word('AllocationSpan', span);
      case 'spread':
        if (spread.length === 0) return intl.formatMessage({ id: 'allocation.spreadNone' });
        return intl.formatList(
          COST_NATURES.filter((nature) => spread.includes(nature)).map((nature) =>
            word('CostNature', nature),
          ),
        );
      case 'shares':
        if (branchShares === null || Object.keys(branchShares).length === 0)
          return intl.formatMessage({ id: 'allocation.sharesNone' });
        return intl.formatList(
          branches.flatMap(({ value, label }) => {
            const share = branchShares[value];
            return share === undefined ? [] : [`${label} ${format.percent(share / WHOLE_SHARE, 2)}`];
          }),
        );
    }
  };
}
