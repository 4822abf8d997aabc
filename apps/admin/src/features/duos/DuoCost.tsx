import { useQuery } from '@apollo/client/react';
import { addMonths } from '@tandem/domain/calendar-day';
import { useFormat } from '@tandem/ui/format';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import classes from './Duo.module.css';

const DUO_COST = graphql(`
  query DuoCost($duoId: ID!) {
    duoCost(duoId: $duoId) {
      ruleVersion
      total {
        cents
        currency
      }
      direct {
        cents
        currency
      }
      allocated {
        cents
        currency
      }
      parts {
        from
        to
        grantId
        grantReference
        cents
        groupCents
        weight
      }
    }
  }
`);

/** What the duo cost by the allocation rule, and of what it is a part: each amount leads to the month or year of which it was allocated. */
export function DuoCost({ duoId }: { readonly duoId: string }) {
  const format = useFormat();
  const { data } = useQuery(DUO_COST, { variables: { duoId }, fetchPolicy: 'cache-and-network' });
  const cost = data?.duoCost;
  if (cost == null) return null;
  return (
    <section className={classes.cost}>
      <h2>
        <FormattedMessage id="duo.cost" />
      </h2>
      <strong>{format.money(cost.total.cents, { exact: true })}</strong>
      <small>
        <FormattedMessage
          id="duo.costMade"
          values={{
            direct: format.money(cost.direct.cents, { exact: true }),
            allocated: format.money(cost.allocated.cents, { exact: true }),
            rule: cost.ruleVersion,
          }}
        />
      </small>
      <ul>
        {cost.parts.map(({ from, to, grantId, grantReference, cents, groupCents, weight }) => (
          <li key={`${from} ${grantId}`}>
            <SpanLink from={from} to={to} />{' '}
            <FormattedMessage
              id={grantReference == null ? 'duo.costOfNoGrant' : 'duo.costOfGrant'}
              values={{
                cents: format.money(cents, { exact: true }),
                grant: grantReference,
                share: format.percent(weight, 2),
                group: format.money(groupCents, { exact: true }),
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** To what was allocated of a month or of a year. */
function SpanLink({ from, to }: { readonly from: string; readonly to: string }) {
  const format = useFormat();
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const isMonth = addMonths(from, 1) === to;
  return (
    <Link to="/money" search={{ tab: 'allocation', year, ...(isMonth && { month }) }}>
      {isMonth ? format.day(from, 'month') : String(year)}
    </Link>
  );
}
