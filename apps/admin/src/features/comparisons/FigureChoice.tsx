import { Button, NativeSelect } from '@mantine/core';
import { DayInput } from '@tandem/ui/DayInput';
import { FormattedMessage, useIntl } from 'react-intl';
import { reversedEnd } from '../indicators/cohort-search.ts';
import type { Metric } from '../indicators/indicator.queries.ts';
import scope from '../indicators/Indicator.module.css';
import { MoreFilters } from '../indicators/MoreFilters.tsx';
import { useBranchOptions } from '../people/options.ts';
import type { ChosenFigure } from './chosen-search.ts';
import classes from './Comparisons.module.css';

interface Props {
  /** A letter, by which the comparison names it. */
  readonly name: string;
  readonly metric: Metric;
  readonly figure: ChosenFigure;
  /** The as-of day of all of them. */
  readonly asOf: string;
  readonly onChange: (change: Partial<ChosenFigure>) => void;
  readonly onRemove?: (() => void) | undefined;
}

/** Of when, where and whom one of the compared figures is. */
export function FigureChoice({ name, metric, figure, asOf, onChange, onRemove }: Props) {
  const intl = useIntl();
  const branches = useBranchOptions();
  const label = (id: string) => intl.formatMessage({ id: `indicators.${id}` });
  const reversed = reversedEnd({ ...figure, asOf }, asOf);
  const orNone = (value: string) => (value === '' ? undefined : value);
  return (
    <fieldset className={classes.figure}>
      <legend>
        <FormattedMessage id="chosen.figure" values={{ name }} />
      </legend>
      <div className={classes.chosen}>
        <DayInput
          label={label('from')}
          value={figure.from ?? ''}
          error={reversed === 'from' ? label('beginsTooLate') : undefined}
          onDay={(day) => onChange({ from: orNone(day) })}
        />
        <DayInput
          label={label('to')}
          value={figure.to ?? ''}
          error={reversed === 'to' ? label('periodReversed') : undefined}
          onDay={(day) => onChange({ to: orNone(day) })}
        />
        {metric.dimensions.includes('BRANCH') && branches.length > 1 && (
          <NativeSelect
            label={label('branch')}
            value={figure.branch?.[0] ?? ''}
            data={[{ value: '', label: label('allBranches') }, ...branches]}
            onChange={(event) => {
              const branch = orNone(event.currentTarget.value);
              onChange({ branch: branch === undefined ? undefined : [branch] });
            }}
          />
        )}
        <MoreFilters metric={metric} search={figure} set={onChange} />
        {onRemove && (
          <Button variant="subtle" color="gray" className={scope.reset ?? ''} onClick={onRemove}>
            <FormattedMessage id="chosen.remove" values={{ name }} />
          </Button>
        )}
      </div>
    </fieldset>
  );
}
