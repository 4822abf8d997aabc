import { NativeSelect } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { monthOf } from './year.ts';

const route = getRouteApi('/money');
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

interface Props {
  readonly year: number;
  readonly month: number | undefined;
}

/** Narrows what is of a year to one of its months, in the address. */
export function MonthChoice({ year, month }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const navigate = route.useNavigate();
  return (
    <NativeSelect
      aria-label={intl.formatMessage({ id: 'money.month' })}
      value={month ?? ''}
      data={[
        { value: '', label: intl.formatMessage({ id: 'money.wholeYear' }, { year: String(year) }) },
        ...MONTHS.map((value) => ({
          value: String(value),
          label: format.day(monthOf(year, value).from, 'month'),
        })),
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        void navigate({
          search: (before) => ({ ...before, month: value === '' ? undefined : Number(value) }),
          resetScroll: false,
        });
      }}
    />
  );
}
