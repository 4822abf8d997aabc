import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import { Section } from '../shell/Section.tsx';
import type { About } from '../table/about.ts';
import { fileAmount, type Column } from '../table/column.ts';
import { FiledTable } from '../table/FiledTable.tsx';
import { unitOf } from './number-units.ts';
import type { Switch } from './steps.ts';
import { useNumberWords } from './use-number-words.ts';

interface Props {
  readonly switches: readonly Switch[];
  /** In cents, what could have been put in at most. */
  readonly investment: number;
  /** By how much all rates of discount could rise or fall; null where none brings the ratio to 1. */
  readonly discountShift: number | null;
  /** What a row is about, by its key. */
  readonly outcomeOf: (row: string) => string;
  readonly about: About;
}

/** So many are shown at first: the numbers of a row. */
const FIRST = 10;

/** Of every number, at which value society gets back exactly what was put in. */
export function SroiSwitching({ switches, investment, discountShift, outcomeOf, about }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const numberWords = useNumberWords();
  const [all, setAll] = useState(false);
  // What is nothing and switches nowhere says nothing.
  const values = switches.filter(({ switchesAt, value }) => switchesAt !== null || value !== 0);
  const assumption = ({ row, parameter }: Switch) =>
    intl.formatMessage(
      { id: 'sroi.cell' },
      { field: intl.formatMessage({ id: `field.${parameter}` }), outcome: outcomeOf(row) },
    );
  const unitWords = ({ parameter }: Switch) => intl.formatMessage({ id: `sroi.unit.${unitOf(parameter)}` });
  const whyNone = ({ switchesAt }: Switch) =>
    switchesAt === null ? intl.formatMessage({ id: 'sroi.file.noSwitch' }) : '';
  const columns: readonly Column<Switch>[] = [
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
      id: 'whyNone',
      header: intl.formatMessage({ id: 'sroi.file.whyNoSwitch' }),
      only: 'file',
      cell: whyNone,
      text: whyNone,
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
          <FormattedMessage id="table.showAll" values={{ count: values.length }} />
        </Button>
      )}
    </Section>
  );
}
