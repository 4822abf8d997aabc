import { useQuery } from '@apollo/client/react';
import { correctionDay } from '@tandem/domain/ledger';
import { DayField } from '@tandem/ui/fields';
import { useFormat } from '@tandem/ui/format';
import { useViewer } from '@tandem/ui/viewer';
import { useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Cost } from './CorrectCostForm.tsx';
import { CLOSED_BEFORE } from './ledger.queries.ts';

/** Where a correction of a line of a day is booked; undefined while it is not known which months are closed. */
function useCorrectionDay(day: string): string | undefined {
  const { data } = useQuery(CLOSED_BEFORE, { fetchPolicy: 'cache-and-network' });
  if (data === undefined || day === '') return undefined;
  return correctionDay({ closedBefore: data.ledger.closedBefore ?? null }, day);
}

/** On which day the counter-entry of a line will be booked, said before it is. */
export function CounterEntryDay({ cost: { bookedOn, documentOn } }: { readonly cost: Cost }) {
  const format = useFormat();
  const day = useCorrectionDay(bookedOn);
  if (day === undefined) return null;
  return (
    <p>
      <FormattedMessage
        id="ledger.counterEntryDay"
        values={{
          day: format.day(day),
          closed: day === bookedOn ? 'open' : 'closed',
          month: format.day(bookedOn, 'month'),
          about: format.day(documentOn ?? bookedOn),
        }}
      />
    </p>
  );
}

/** The day that a corrected line is about, with the day on which it will be booked where its month is closed. */
export function AboutDayField() {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const about = useWatch<{ bookedOn: string }>({ name: 'bookedOn' });
  const day = useCorrectionDay(about);
  return (
    <DayField
      name="bookedOn"
      required
      max={today}
      label={intl.formatMessage({ id: 'ledger.aboutDay' })}
      description={
        day === undefined || day === about
          ? undefined
          : intl.formatMessage(
              { id: 'ledger.aboutDayClosed' },
              { month: format.day(about, 'month'), day: format.day(day) },
            )
      }
    />
  );
}
