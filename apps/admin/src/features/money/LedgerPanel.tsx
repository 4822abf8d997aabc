import { Button } from '@mantine/core';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { BookCostForm } from './BookCostForm.tsx';
import { CostList } from './CostList.tsx';
import { LedgerMonths } from './LedgerMonths.tsx';

const route = getRouteApi('/money');

/**
 * The ledger: its months, which are closed one after the other, and its lines, which are corrected by counter-entries. Who
 * came for a single line meets that alone.
 */
export function LedgerPanel() {
  const intl = useIntl();
  const can = useCan();
  const { line } = route.useSearch();
  const [booking, setBooking] = useState(false);
  return (
    <>
      {line === undefined && (
        <Section
          title={intl.formatMessage({ id: 'ledger.months' })}
          about={<FormattedMessage id="ledger.monthsAbout" />}
        >
          <LedgerMonths />
        </Section>
      )}
      <Section
        title={intl.formatMessage({ id: 'ledger.lines' })}
        about={<FormattedMessage id="ledger.linesAbout" />}
        action={
          can('MANAGE_MONEY') && (
            <Button variant="default" onClick={() => setBooking(true)}>
              <FormattedMessage id="ledger.book" />
            </Button>
          )
        }
      >
        <CostList />
      </Section>
      <FormDrawer
        title={intl.formatMessage({ id: 'ledger.book' })}
        opened={booking}
        onClose={() => setBooking(false)}
      >
        <BookCostForm onDone={() => setBooking(false)} />
      </FormDrawer>
    </>
  );
}
