import { UnstyledButton } from '@mantine/core';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { explain } from '@tandem/metrics/sroi/explain';
import { presentValueOfRow } from '@tandem/metrics/sroi/value-map';
import { ExplainNumber } from '@tandem/ui/ExplainNumber';
import { EvidenceGrade } from '@tandem/ui/EvidenceGrade';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { FormattedMessage, useIntl } from 'react-intl';
import type { GridColumn } from '@tandem/ui/grid-columns';
import { GridCell } from './GridCell.tsx';
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
        <td key={column.id} data-label={intl.formatMessage({ id: `field.${column.id}` })}>
          <GridCell row={row} column={column} version={version} names={names} onChange={onChange} />
        </td>
      ))}
      <td className={classes.value} data-label={intl.formatMessage({ id: 'field.presentValue' })}>
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
