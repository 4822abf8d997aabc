import { ActionIcon, UnstyledButton } from '@mantine/core';
import { STAKEHOLDERS } from '@tandem/domain/vocabulary';
import { IconTrash } from '@tabler/icons-react';
import { useFormat } from '@tandem/ui/format';
import { Status, type Tone } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { AmountCell, RateCell, WholeCell } from './cells.tsx';
import { firstImpactOf, rowValueOf, type Model, type Row } from './draft.ts';
import classes from './Sroi.module.css';

const GRADE_TONES: Readonly<Record<Row['evidenceGrade'], Tone>> = {
  MEASURED: 'good',
  PUBLISHED: 'info',
  ESTIMATED: 'warn',
};
const RATES = ['deadweight', 'displacement', 'attribution', 'dropOff'] as const;

interface Props {
  readonly model: Model;
  /** Names of indicators. */
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (model: Model) => void;
  /** Asks for what a row is about and on what it stands. */
  readonly onOpen: (row: Row) => void;
}

/** The value map by stakeholder; every assumption can be changed where it stands. */
export function ValueMap({ model, names, onChange, onOpen }: Props) {
  const { word } = useWords();
  const change = (row: Row) =>
    onChange({ ...model, rows: model.rows.map((other) => (other.id === row.id ? row : other)) });
  const remove = (row: Row) => onChange({ ...model, rows: model.rows.filter(({ id }) => id !== row.id) });
  const removable = model.viewerCanEdit && model.rows.length > 1;
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby="value-map-caption">
      <table className={classes.map}>
        <caption className="t-hidden" id="value-map-caption">
          <FormattedMessage id="sroi.valueMap" />
        </caption>
        <thead>
          <tr>
            {['outcome', 'quantity', 'proxy', ...RATES, 'durationYears', 'firstImpact', 'presentValue'].map(
              (id) => (
                <th key={id} scope="col">
                  <FormattedMessage id={`field.${id}`} />
                </th>
              ),
            )}
            {removable && <td aria-hidden />}
          </tr>
        </thead>
        {STAKEHOLDERS.map((stakeholder) => {
          const rows = model.rows.filter((row) => row.stakeholder === stakeholder);
          if (rows.length === 0) return null;
          return (
            <tbody key={stakeholder}>
              <tr>
                <th colSpan={removable ? 11 : 10} scope="rowgroup" className={classes.stakeholder}>
                  {word('Stakeholder', stakeholder)}
                </th>
              </tr>
              {rows.map((row) => (
                <MapRow
                  key={row.id}
                  row={row}
                  model={model}
                  names={names}
                  onChange={change}
                  onOpen={onOpen}
                  onRemove={removable ? () => remove(row) : undefined}
                />
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: Row;
  readonly model: Model;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (row: Row) => void;
  readonly onOpen: (row: Row) => void;
  readonly onRemove: (() => void) | undefined;
}

function MapRow({ row, model, names, onChange, onOpen, onRemove }: RowProps) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const editable = model.viewerCanEdit;
  const label = (field: string) =>
    intl.formatMessage(
      { id: 'sroi.cell' },
      { field: intl.formatMessage({ id: `field.${field}` }), outcome: row.outcome },
    );
  return (
    <tr>
      <th scope="row" className={classes.outcome}>
        {editable ? (
          <UnstyledButton
            className={classes.open ?? ''}
            aria-label={intl.formatMessage({ id: 'sroi.openRow' }, { outcome: row.outcome })}
            onClick={() => onOpen(row)}
          >
            {row.outcome}
          </UnstyledButton>
        ) : (
          <strong>{row.outcome}</strong>
        )}{' '}
        <Status tone={GRADE_TONES[row.evidenceGrade]}>{word('EvidenceGrade', row.evidenceGrade)}</Status>
        <small>
          {row.proxySource ?? intl.formatMessage({ id: 'sroi.noSource' })} ({row.proxyCountry} {row.proxyYear}
          )
        </small>
      </th>
      <td className={classes.quantity}>
        {row.quantityMetric == null ? (
          <AmountCell
            label={label('quantity')}
            value={row.quantity}
            editable={editable}
            onChange={(quantity) => onChange({ ...row, quantity })}
          />
        ) : (
          <>
            {format.number(row.quantity)}
            <small>
              <FormattedMessage
                id="sroi.linked"
                values={{ metric: names.get(row.quantityMetric) ?? row.quantityMetric }}
              />
            </small>
          </>
        )}
      </td>
      <td>
        <AmountCell
          label={label('proxy')}
          value={row.proxy.cents / 100}
          suffix=" €"
          editable={editable}
          onChange={(euros) => onChange({ ...row, proxy: { ...row.proxy, cents: Math.round(euros * 100) } })}
        />
      </td>
      {RATES.map((field) => (
        <td key={field}>
          <RateCell
            label={label(field)}
            value={row[field]}
            editable={editable}
            onChange={(value) => onChange({ ...row, [field]: value })}
          />
        </td>
      ))}
      <td>
        <WholeCell
          label={label('durationYears')}
          value={row.durationYears}
          max={30}
          editable={editable}
          onChange={(durationYears) => onChange({ ...row, durationYears })}
        />
      </td>
      <td>{format.money(firstImpactOf(row))}</td>
      <td>{format.money(rowValueOf(row, model))}</td>
      {onRemove && (
        <td>
          <ActionIcon
            size="sm"
            aria-label={intl.formatMessage({ id: 'sroi.removeRow' }, { outcome: row.outcome })}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </td>
      )}
    </tr>
  );
}
