import { Button } from '@mantine/core';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { modelSwitches, switchingValues, type SwitchingValue } from '@tandem/metrics/sroi/switching';
import type { About } from '@tandem/ui/about';
import { fileAmount, type Column } from '@tandem/ui/column';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { unitOf } from '@tandem/ui/number-units';
import { useNumberWords } from '@tandem/ui/use-number-words';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Version } from './sroi.queries.ts';

/** So many are shown at first: the numbers of a row. */
const FIRST = 10;

/** Of every number, at which value society gets back exactly what was put in. */
export function SwitchingTable({ version, about }: { readonly version: Version; readonly about: About }) {
  const intl = useIntl();
  const format = useFormat();
  const numberWords = useNumberWords();
  const [all, setAll] = useState(false);
  const map = mapOf(version);
  const values = switchingValues(map).filter(({ switchesAt, value }) => switchesAt !== null || value !== 0);
  const { investment, discountShift } = modelSwitches(map);
  const outcomeOf = (key: string) => version.rows.find((row) => row.key === key)?.outcome ?? '';
  const assumption = ({ row, parameter }: SwitchingValue) =>
    intl.formatMessage(
      { id: 'sroi.cell' },
      { field: intl.formatMessage({ id: `field.${parameter}` }), outcome: outcomeOf(row) },
    );
  const unitWords = ({ parameter }: SwitchingValue) =>
    intl.formatMessage({ id: `sroi.unit.${unitOf(parameter)}` });
  const columns: readonly Column<SwitchingValue>[] = [
    {
      id: 'assumption',
      header: intl.formatMessage({ id: 'sroi.assumption' }),
      wrap: true,
      cell: assumption,
      text: assumption,
    },
    {
      id: 'value',
      header: intl.formatMessage({ id: 'sroi.now' }),
      align: 'right',
      cell: ({ parameter, value }) => numberWords(parameter, value),
      text: ({ parameter, value }) => fileAmount(value, unitOf(parameter)),
    },
    {
      id: 'switchesAt',
      header: intl.formatMessage({ id: 'sroi.switchesAt' }),
      align: 'right',
      cell: ({ parameter, switchesAt }) =>
        switchesAt === null ? <FormattedMessage id="sroi.noSwitch" /> : numberWords(parameter, switchesAt),
      text: ({ parameter, switchesAt }) =>
        switchesAt === null ? null : fileAmount(switchesAt, unitOf(parameter)),
    },
    {
      id: 'unit',
      header: intl.formatMessage({ id: 'sroi.unit' }),
      only: 'file',
      cell: unitWords,
      text: unitWords,
    },
  ];
  return (
    <Section
      folds
      title={intl.formatMessage({ id: 'sroi.switching' })}
      about={
        <>
          <FormattedMessage id="sroi.switchingAbout" />{' '}
          <FormattedMessage
            id={discountShift === null ? 'sroi.switchingCost' : 'sroi.switchingModel'}
            values={{
              investment: format.money(investment),
              direction: discountShift !== null && discountShift < 0 ? 'down' : 'up',
              rate: discountShift === null ? '' : format.percent(Math.abs(discountShift), 1),
            }}
          />
        </>
      }
    >
      <FiledTable
        caption={intl.formatMessage({ id: 'sroi.switching' })}
        columns={columns}
        rows={values}
        shown={all ? values : values.slice(0, FIRST)}
        fileName="sroi-switching"
        about={about}
        rowKey={({ row, parameter }) => `${row}:${parameter}`}
      />
      {!all && values.length > FIRST && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          <FormattedMessage id="sroi.showAll" values={{ count: values.length }} />
        </Button>
      )}
    </Section>
  );
}
