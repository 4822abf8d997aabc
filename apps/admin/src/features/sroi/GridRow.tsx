import { UnstyledButton } from '@mantine/core';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { explain } from '@tandem/metrics/sroi/explain';
import { presentValueOfRow } from '@tandem/metrics/sroi/value-map';
import { DecimalInput } from '@tandem/ui/DecimalInput';
import { ExplainNumber } from '@tandem/ui/ExplainNumber';
import { EvidenceGrade } from '@tandem/ui/EvidenceGrade';
import { useFormat } from '@tandem/ui/format';
import { useNumberWords } from '@tandem/ui/use-number-words';
import { Status } from '@tandem/ui/Status';
import { FormattedMessage, useIntl } from 'react-intl';
import { numberOf, rangeOf } from './draft.ts';
import { cellId, typedOf, withTyped, type GridColumn } from './grid.ts';
import type { Row, Version } from './sroi.queries.ts';
import classes from './Sroi.module.css';

interface Props {
  readonly row: Row;
  readonly version: Version;
  readonly columns: readonly GridColumn[];
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (row: Row) => void;
  readonly onOpen: (row: Row) => void;
}

/** A row of the value map: what it is about and on what it stands, then its numbers, then what it comes to. */
export function GridRow({ row, version, columns, names, onChange, onOpen }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const map = mapOf(version);
  const mapped = map.rows.find(({ key }) => key === row.key);
  const unsourced = row.proxySource == null;
  return (
    <tr>
      <th scope="row" className={classes.outcome}>
        <UnstyledButton
          className={classes.open ?? ''}
          aria-label={intl.formatMessage(
            { id: version.viewerCanEdit ? 'sroi.openRow' : 'sroi.readRow' },
            { outcome: row.outcome },
          )}
          onClick={() => onOpen(row)}
        >
          {row.outcome}
        </UnstyledButton>
        <small>
          <EvidenceGrade grade={row.evidenceGrade} />{' '}
          {unsourced && (
            <Status tone="bad">
              <FormattedMessage id="sroi.noSource" />
            </Status>
          )}
        </small>
      </th>
      {columns.map((column) => (
        <td key={column.id}>
          <Cell row={row} column={column} version={version} names={names} onChange={onChange} />
        </td>
      ))}
      <td className={classes.value}>
        {mapped !== undefined && format.money(presentValueOfRow(mapped, map))}
        <ExplainNumber
          name={intl.formatMessage(
            { id: 'sroi.cell' },
            { field: intl.formatMessage({ id: 'field.presentValue' }), outcome: row.outcome },
          )}
          explain={() => explain(map, { number: 'ROW_VALUE', row: row.key })}
          outcomeOf={() => row.outcome}
        />
      </td>
    </tr>
  );
}

interface CellProps extends Pick<Props, 'row' | 'version' | 'names' | 'onChange'> {
  readonly column: GridColumn;
}

function Cell({ row, column, version, names, onChange }: CellProps) {
  const intl = useIntl();
  const numberWords = useNumberWords();
  const linked = column.id === 'quantity' && row.quantityMetric != null;
  const stated = row.ranges.find(({ parameter }) => parameter === column.id);
  const range = stated && rangeOf(row, stated);
  const rangeWords = range && (
    <small>
      {numberWords(column.id, range.low)} – {numberWords(column.id, range.high)}
    </small>
  );
  if (linked || !version.viewerCanEdit)
    return (
      <span id={cellId(row.key, column.id)} tabIndex={-1}>
        {numberWords(column.id, numberOf(row, column.id))}
        {column.id === 'quantity' &&
          row.publishedQuantity != null &&
          row.publishedQuantity !== row.quantity && (
            <small>
              <FormattedMessage
                id="sroi.publishedWith"
                values={{ quantity: numberWords('quantity', row.publishedQuantity) }}
              />
            </small>
          )}
        {linked && (
          <small>
            <FormattedMessage
              id="sroi.linked"
              values={{ metric: names.get(row.quantityMetric ?? '') ?? row.quantityMetric }}
            />
          </small>
        )}
        {rangeWords}
      </span>
    );
  return (
    <>
      <DecimalInput
        id={cellId(row.key, column.id)}
        aria-label={intl.formatMessage(
          { id: 'sroi.cell' },
          { field: intl.formatMessage({ id: `field.${column.id}` }), outcome: row.outcome },
        )}
        value={typedOf(row, column)}
        // A cell that is emptied or holds no number keeps its last one, and shows it again when it is left.
        onChange={(next) => typeof next === 'number' && onChange(withTyped(row, column, next))}
        size="xs"
        suffix={column.suffix}
        grouped={column.id === 'proxy'}
        data-column={column.id}
      />
      {rangeWords}
    </>
  );
}
