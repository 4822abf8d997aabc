import { Button, NativeSelect } from '@mantine/core';
import { DayInput } from '@tandem/ui/DayInput';
import { useViewer } from '@tandem/ui/viewer';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useBranchOptions } from '../people/options.ts';
import { reversedEnd, type CohortSearch } from './cohort-search.ts';
import { SightNotice } from './SightNotice.tsx';
import classes from './Indicator.module.css';

interface Props {
  readonly search: CohortSearch;
  readonly onChange: (change: Partial<CohortSearch>) => void;
  /** Given when anything is asked beyond what the page shows by itself. */
  readonly onReset?: (() => void) | undefined;
  readonly hasPeriod?: boolean;
  readonly hasBranch?: boolean;
  /** What else the page may be asked. */
  readonly children?: ReactNode;
}

/** Of when and where the figures below are; all of it stands in the address. */
export function CohortScope({
  search,
  onChange,
  onReset,
  hasPeriod = true,
  hasBranch = true,
  children,
}: Props) {
  const intl = useIntl();
  const { today, branches: own } = useViewer();
  const branches = useBranchOptions().filter(
    ({ value }) => own == null || own.some(({ id }) => id === value),
  );
  const label = (id: string) => intl.formatMessage({ id: `indicators.${id}` });
  const reversed = reversedEnd(search, today);
  const orNone = (value: string) => (value === '' ? undefined : value);
  return (
    <>
      <div className={classes.scope} role="group" aria-label={label('scopeLabel')}>
        {hasPeriod && (
          <>
            <DayInput
              label={label('from')}
              value={search.from ?? ''}
              error={reversed === 'from' ? label('beginsTooLate') : undefined}
              onDay={(day) => onChange({ from: orNone(day) })}
            />
            <DayInput
              label={label('to')}
              value={search.to ?? ''}
              error={reversed === 'to' ? label('periodReversed') : undefined}
              onDay={(day) => onChange({ to: orNone(day) })}
            />
          </>
        )}
        <DayInput
          label={label('asOf')}
          value={search.asOf ?? today}
          max={today}
          onDay={(day) => onChange({ asOf: orNone(day) })}
        />
        {hasBranch && branches.length > 1 && (
          <NativeSelect
            label={label('branch')}
            value={search.branch?.[0] ?? ''}
            data={[{ value: '', label: label('allBranches') }, ...branches]}
            onChange={(event) =>
              onChange({ branch: event.currentTarget.value === '' ? undefined : [event.currentTarget.value] })
            }
          />
        )}
        {children}
        {onReset && (
          <Button variant="subtle" color="gray" className={classes.reset ?? ''} onClick={onReset}>
            <FormattedMessage id="table.reset" />
          </Button>
        )}
      </div>
      <SightNotice asked={search.branch} />
    </>
  );
}
