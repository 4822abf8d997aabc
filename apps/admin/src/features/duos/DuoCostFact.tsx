import { Button } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DuoCost } from '../money/DuoCost.tsx';
import { DUO_COST } from '../money/duo-cost.queries.ts';
import classes from './Duo.module.css';

interface Props {
  readonly duoId: string;
  readonly reference: string;
}

/** What the duo cost by the allocation rule; it opens by month or year, and on to the lines of the accounts. */
export function DuoCostFact({ duoId, reference }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const [opened, setOpened] = useState(false);
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
            shared: format.money(cost.shared.cents, { exact: true }),
            indirect: format.money(cost.indirect.cents, { exact: true }),
            rule: cost.ruleVersion,
          }}
        />
      </small>
      <Button variant="default" size="compact-sm" mt="xs" onClick={() => setOpened(true)}>
        <FormattedMessage id="duo.costOpen" />
      </Button>
      <FormDrawer
        title={intl.formatMessage({ id: 'duoCost.title' }, { reference })}
        wide
        opened={opened}
        onClose={() => setOpened(false)}
      >
        <DuoCost duoId={duoId} reference={reference} />
      </FormDrawer>
    </section>
  );
}
