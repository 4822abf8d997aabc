import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
import type { BudgetQuery } from '../../gql/graphql.ts';

/** Which budgets of the year there were, who made them and on what they are based. */
export function BudgetVersions({ budgets }: { readonly budgets: BudgetQuery['budgets'] }) {
  const format = useFormat();
  if (budgets.length === 0) return null;
  return (
    <details>
      <summary>
        <FormattedMessage id="budget.versions" values={{ count: budgets.length }} />
      </summary>
      <ul>
        {budgets.map(({ id, version, note, madeAt, madeBy }) => (
          <li key={id}>
            <FormattedMessage
              id="budget.version"
              values={{ version, at: format.instant(madeAt), who: madeBy, note: note ?? '' }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
