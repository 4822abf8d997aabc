import { Button } from '@mantine/core';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { modelSwitches, switchingValues, type SwitchingValue } from '@tandem/metrics/sroi/switching';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useNumberWords } from '@tandem/ui/use-number-words';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Version } from './sroi.queries.ts';

/** So many are shown at first: the numbers of a row. */
const FIRST = 10;

/** Of every number, at which value society gets back exactly what was put in. */
export function SwitchingTable({ version }: { readonly version: Version }) {
  const intl = useIntl();
  const format = useFormat();
  const numberWords = useNumberWords();
  const [all, setAll] = useState(false);
  const map = mapOf(version);
  const values = switchingValues(map).filter(({ switchesAt, value }) => switchesAt !== null || value !== 0);
  const { investment, discountShift } = modelSwitches(map);
  const outcomeOf = (key: string) => version.rows.find((row) => row.key === key)?.outcome ?? '';
  const columns: readonly Column<SwitchingValue>[] = [
    {
      id: 'assumption',
      header: intl.formatMessage({ id: 'sroi.assumption' }),
      wrap: true,
      cell: ({ row, parameter }) =>
        intl.formatMessage(
          { id: 'sroi.cell' },
          { field: intl.formatMessage({ id: `field.${parameter}` }), outcome: outcomeOf(row) },
        ),
      text: ({ row, parameter }) => `${parameter}: ${outcomeOf(row)}`,
    },
    {
      id: 'value',
      header: intl.formatMessage({ id: 'sroi.now' }),
      align: 'right',
      cell: ({ parameter, value }) => numberWords(parameter, value),
      text: ({ value }) => value,
    },
    {
      id: 'switchesAt',
      header: intl.formatMessage({ id: 'sroi.switchesAt' }),
      align: 'right',
      cell: ({ parameter, switchesAt }) =>
        switchesAt === null ? <FormattedMessage id="sroi.noSwitch" /> : numberWords(parameter, switchesAt),
      text: ({ switchesAt }) => switchesAt,
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
      <DataTable
        caption={intl.formatMessage({ id: 'sroi.switching' })}
        columns={columns}
        rows={all ? values : values.slice(0, FIRST)}
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
