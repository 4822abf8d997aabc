import { COST_NATURES } from '@tandem/domain/vocabulary';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AllocationQuery } from '../../gql/graphql.ts';
import { useBranchOptions } from '../people/options.ts';

export type Rule = AllocationQuery['allocationRules'][number];
/** What a version of the rule says. */
export interface RuleContent extends Pick<Rule, 'basis' | 'span' | 'spread'> {
  readonly branchShares?: readonly { readonly branchId: string; readonly share: number }[] | null | undefined;
}

/** Whether two versions say the same; the order in which they name natures and branches is none of it. */
export function saysTheSame(one: RuleContent, other: RuleContent): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ basis, span, spread, branchShares }: RuleContent): string {
  const shares =
    basis === 'BRANCH_SHARES'
      ? (branchShares ?? []).map(({ branchId, share }) => `${branchId} ${share}`)
      : [];
  return JSON.stringify([basis, span, spread.toSorted(), shares.toSorted()]);
}

interface Props {
  readonly before: RuleContent;
  readonly after: RuleContent;
}

/** What changes from one version of the rule to another, by what it was and by what it will be. */
export function RuleChanges({ before, after }: Props) {
  const intl = useIntl();
  const sides = useSides();
  const [was, willBe] = [sides(before), sides(after)];
  const changed = (['basis', 'shares', 'span', 'spread'] as const).filter(
    (what) => was[what] !== willBe[what],
  );
  if (changed.length === 0)
    return (
      <p>
        <FormattedMessage id="allocation.nothingChanges" />
      </p>
    );
  return (
    <div role="status">
      <FormattedMessage id="allocation.changes" />
      <ul>
        {changed.map((what) => (
          <li key={what}>
            <FormattedMessage
              id="allocation.changed"
              values={{
                what: intl.formatMessage({ id: `allocation.${what}` }),
                before: was[what],
                after: <strong>{willBe[what]}</strong>,
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A version in words, each thing that it says by itself. */
function useSides() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const branches = useBranchOptions();
  const none = intl.formatMessage({ id: 'allocation.none' });
  const list = (words: readonly string[]) => (words.length === 0 ? none : intl.formatList(words));
  return ({ basis, span, spread, branchShares }: RuleContent) => ({
    basis: word('AllocationBasis', basis),
    span: word('AllocationSpan', span),
    spread: list(
      COST_NATURES.filter((nature) => spread.includes(nature)).map((nature) => word('CostNature', nature)),
    ),
    shares: list(
      basis === 'BRANCH_SHARES'
        ? branches.flatMap(({ value, label }) => {
            const share = branchShares?.find(({ branchId }) => branchId === value)?.share ?? 0;
            return share === 0 ? [] : [`${label} ${format.percent(share, 2)}`];
          })
        : [],
    ),
  });
}
