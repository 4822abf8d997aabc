import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AllocationQuery } from '../../gql/graphql.ts';

/** Which rules there were, who made them and why. */
export function RuleVersions({ rules }: { readonly rules: AllocationQuery['allocationRules'] }) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  if (rules.length < 2) return null;
  return (
    <details>
      <summary>
        <FormattedMessage id="allocation.versions" values={{ count: rules.length }} />
      </summary>
      <ul>
        {rules.map(({ id, version, basis, span, reason, madeAt, madeBy }) => (
          <li key={id}>
            <FormattedMessage
              id={madeBy == null ? 'allocation.firstVersion' : 'allocation.version'}
              values={{
                version,
                basis: word('AllocationBasis', basis).toLocaleLowerCase(intl.locale),
                span: word('AllocationSpan', span).toLocaleLowerCase(intl.locale),
                at: format.instant(madeAt),
                who: madeBy ?? '',
                reason: reason ?? '',
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
