import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { MONEY_TABS } from './money.routes.ts';

interface Props {
  /** Funds granted are whole amounts; funds of a period are spread over the days of grants. */
  readonly id: 'funds.grantedAbout' | 'funds.flowsAbout';
  /** Where the other of the two stands. */
  readonly other: (typeof MONEY_TABS)[number];
  readonly year: number | undefined;
}

/** In which of two ways funds are told of a year, with the way to the other one. */
export function FundsAbout({ id, other, year }: Props) {
  return (
    <FormattedMessage
      id={id}
      values={{
        link: (words) => (
          <Link to="/money" search={{ tab: other, ...(year !== undefined && { year }) }}>
            {words}
          </Link>
        ),
      }}
    />
  );
}
