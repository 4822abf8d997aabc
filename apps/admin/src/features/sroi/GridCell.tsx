import { DecimalInput } from '@tandem/ui/DecimalInput';
import { useNumberWords } from '@tandem/ui/use-number-words';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isOutside, numberOf } from './draft.ts';
import type { GridColumn } from '@tandem/ui/grid-columns';
import { cellId, isCounted, typedOf, withTyped } from './grid.ts';
import { formerOf } from './sources.ts';
import type { Row, Version } from './sroi.queries.ts';
import { useNotTakenWords } from './use-not-taken-words.ts';
import { useTypedNumber } from './use-typed-number.ts';
import classes from './Sroi.module.css';

interface Props {
  readonly row: Row;
  readonly column: GridColumn;
  readonly version: Version;
  /** Names of indicators. */
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (row: Row) => void;
}

/** A number of a row: to be changed where it stands, with its range, and of which value its source was said. */
export function GridCell({ row, column, version, names, onChange }: Props) {
  const numberWords = useNumberWords();
  const range = row.ranges.find(({ parameter }) => parameter === column.id);
  const former = formerOf(row).find(({ number }) => number === column.id);
  const notes = (range ?? former) && (
    <>
      {range && (
        <small>
          {numberWords(column.id, range.low)} – {numberWords(column.id, range.high)}
        </small>
      )}
      {range && isOutside(row, range) && (
        <small className={classes.former}>
          <FormattedMessage id="sroi.outsideRange" />
        </small>
      )}
      {former && (
        <small className={classes.former}>
          <FormattedMessage id="sroi.sourceIsOf" values={{ former: numberWords(column.id, former.former) }} />
        </small>
      )}
    </>
  );
  return isCounted(row, column) || !version.viewerCanEdit ? (
    <>
      <ReadNumber row={row} column={column} names={names} />
      {notes}
    </>
  ) : (
    <TypedNumber row={row} column={column} notes={notes} onChange={onChange} />
  );
}

/** A number that is counted or locked, with what it counts and what it was published with. */
function ReadNumber({ row, column: { id }, names }: Pick<Props, 'row' | 'column' | 'names'>) {
  const numberWords = useNumberWords();
  const { quantityMetric: metric, publishedQuantity: published } = row;
  return (
    <span id={cellId(row.key, id)} tabIndex={-1}>
      {numberWords(id, numberOf(row, id))}
      {id === 'quantity' && published != null && published !== row.quantity && (
        <small>
          <FormattedMessage
            id="sroi.publishedWith"
            values={{ quantity: numberWords('quantity', published) }}
          />
        </small>
      )}
      {id === 'quantity' && metric != null && (
        <small>
          <FormattedMessage id="sroi.linked" values={{ metric: names.get(metric) ?? metric }} />
        </small>
      )}
    </span>
  );
}

interface TypedProps extends Pick<Props, 'row' | 'column' | 'onChange'> {
  /** What is said below the field, and with it where it is not seen. */
  readonly notes: ReactNode;
}

function TypedNumber({ row, column, notes, onChange }: TypedProps) {
  const intl = useIntl();
  const notTaken = useNotTakenWords();
  const value = typedOf(row, column);
  const { refused, ...typing } = useTypedNumber(value, (typed) => {
    const next = withTyped(row, column, typed);
    if ('why' in next) return next;
    onChange(next);
    return undefined;
  });
  return (
    <DecimalInput
      {...typing}
      id={cellId(row.key, column.id)}
      aria-label={intl.formatMessage(
        { id: 'sroi.cell' },
        { field: intl.formatMessage({ id: `field.${column.id}` }), outcome: row.outcome },
      )}
      value={value}
      error={
        refused && intl.formatMessage({ id: 'sroi.typedNotTaken' }, { why: notTaken(refused, column.id) })
      }
      errorProps={{ className: classes.refused }}
      description={notes}
      // Why a number is not taken over stands right below it.
      inputWrapperOrder={['input', 'error', 'description']}
      size="xs"
      suffix={column.suffix}
      grouped={column.id === 'proxy'}
      data-column={column.id}
    />
  );
}
