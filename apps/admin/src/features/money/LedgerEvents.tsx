import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
import type { LedgerQuery } from '../../gql/graphql.ts';

/** The latest closures and reopenings, in words; nothing where there is none. */
export function LedgerEvents({ events }: { readonly events: LedgerQuery['ledger']['events'] }) {
  const format = useFormat();
  if (events.length === 0) return null;
  return (
    <details>
      <summary>
        <FormattedMessage id="ledger.events" values={{ count: events.length }} />
      </summary>
      <ul>
        {events.map(({ id, action, month, at, madeBy, reason }) => (
          <li key={id}>
            <FormattedMessage
              id={`ledger.event.${action}`}
              values={{
                who: madeBy,
                month: format.day(month, 'month'),
                at: format.instant(at),
                reason: reason ?? '',
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
