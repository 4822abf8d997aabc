import { addDays } from '@tandem/domain/calendar-day';
import { isInKind } from '@tandem/domain/funding';
import type { AmountFact } from '@tandem/ui/GrantAmounts';
import { useFormat } from '@tandem/ui/format';
import { useViewer } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import type { Grant } from './grant-values.ts';

/** What is left of a grant: to be received of what was granted, and to be spent. Hours in kind are not spent. */
export function useGrantRest({
  kind,
  status,
  endsOn,
  amount,
  received,
  instalments,
  cost,
}: Grant): readonly AmountFact[] {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const facts: AmountFact[] = [];
  // As what was granted and what came in are written, so that one follows from the other.
  const exact = [amount, received].some(({ cents }) => cents % 100 !== 0);
  const fact = (id: string, cents: number, values: Record<string, string>) =>
    facts.push({
      name: intl.formatMessage({ id: `grant.rest.${id}` }, values),
      value: format.money(cents, { exact }),
      about: intl.formatMessage({ id: `grant.rest.${id}.about` }, values),
    });
  if (instalments.length > 0)
    fact('receive', amount.cents - received.cents, {
      status: status === 'SETTLED' ? 'settled' : 'open',
      today: format.day(today),
    });
  if (cost != null && !isInKind(kind)) {
    const left = amount.cents - cost.cost.cents;
    fact('spend', left, {
      state: left < 0 ? 'beyond' : endsOn < today ? 'over' : 'running',
      day: format.day(addDays(cost.to, -1)),
      endsOn: format.day(endsOn),
    });
  }
  return facts;
}
