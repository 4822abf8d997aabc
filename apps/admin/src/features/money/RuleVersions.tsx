import { Button } from '@mantine/core';
import { allocationRuleOf, changesOf } from '@tandem/domain/allocation';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Rule } from './AllocationRuleForm.tsx';

interface Props {
  /** The one in force first. */
  readonly rules: readonly Rule[];
  /** Where a former one may be used again. */
  readonly onUseAgain: ((rule: Rule) => void) | undefined;
}

/** Which rules there were, who made them and why; one that says something else than the one in force can be used again. */
export function RuleVersions({ rules, onUseAgain }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const [inForce] = rules;
  if (inForce === undefined || rules.length < 2) return null;
  return (
    <details>
      <summary>
        <FormattedMessage id="allocation.versions" values={{ count: rules.length }} />
      </summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            <FormattedMessage
              id={rule.madeBy == null ? 'allocation.firstVersion' : 'allocation.version'}
              values={{
                version: rule.version,
                basis: word('AllocationBasis', rule.basis).toLocaleLowerCase(intl.locale),
                span: word('AllocationSpan', rule.span).toLocaleLowerCase(intl.locale),
                at: format.instant(rule.madeAt),
                who: rule.madeBy ?? '',
                reason: rule.reason ?? '',
              }}
            />{' '}
            {onUseAgain && changesOf(allocationRuleOf(inForce), allocationRuleOf(rule)).length > 0 && (
              <Button variant="subtle" size="compact-sm" onClick={() => onUseAgain(rule)}>
                <FormattedMessage id="allocation.useAgain" values={{ version: rule.version }} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
