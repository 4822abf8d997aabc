import { Button, UnstyledButton } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Metric } from '../indicators/indicator.queries.ts';
import { usePublishedAbout, usePublishedName } from '@tandem/ui/published-name';
import { PublishedSource } from '@tandem/ui/PublishedSource';
import type { PublishedRate } from './published-rates.queries.ts';
import classes from './Comparisons.module.css';

interface Options {
  readonly metrics: readonly Metric[];
  readonly rates: readonly PublishedRate[];
  /** Given to those who may change them. */
  readonly onOpen?: ((rate: PublishedRate) => void) | undefined;
  readonly onRemove?: ((rate: PublishedRate) => void) | undefined;
}

/** Published rates with where each can be checked; what can be done with them stands on the page alone. */
export function usePublishedRateColumns(options: Options): Column<PublishedRate>[] {
  const { metrics, rates, onOpen, onRemove } = options;
  const intl = useIntl();
  const format = useFormat();
  const words = (id: string) => intl.formatMessage({ id });
  const metricOf = ({ metric }: PublishedRate) => metrics.find(({ id }) => id === metric)?.name ?? metric;
  const nameOf = usePublishedName();
  const aboutOf = usePublishedAbout();
  const text = (id: string, header: string, of: (rate: PublishedRate) => string): Column<PublishedRate> => ({
    id,
    header,
    wrap: true,
    cell: of,
    text: of,
  });
  const people: Column<PublishedRate> = {
    id: 'people',
    header: words('field.people'),
    align: 'right',
    cell: ({ people: count }) => (count == null ? '–' : format.number(count)),
    text: ({ people: count }) => count ?? null,
  };
  const remove: Column<PublishedRate> = {
    id: 'remove',
    header: words('action.remove'),
    align: 'right',
    only: 'page',
    cell: (rate) => (
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={intl.formatMessage(
          { id: 'published.removeOne' },
          { name: nameOf(rate), year: String(rate.year) },
        )}
        onClick={() => onRemove?.(rate)}
      >
        <FormattedMessage id="action.remove" />
      </Button>
    ),
    text: () => null,
  };
  return [
    { ...text('metric', words('field.metric'), metricOf), fixed: true },
    {
      ...text('name', words('field.label'), nameOf),
      cell: (rate) =>
        onOpen === undefined ? (
          nameOf(rate)
        ) : (
          <UnstyledButton className={classes.open ?? ''} onClick={() => onOpen(rate)}>
            {nameOf(rate)}
          </UnstyledButton>
        ),
    },
    {
      id: 'year',
      header: words('field.year'),
      align: 'right',
      cell: ({ year }) => String(year),
      text: ({ year }) => year,
    },
    {
      id: 'rate',
      header: words('field.rate'),
      align: 'right',
      as: 'rate',
      cell: ({ rate }) => format.percent(rate, 1),
      text: ({ rate }) => rate,
    },
    ...(rates.some(({ people: count }) => count != null) ? [people] : []),
    text('population', words('field.population'), (rate) => aboutOf(rate)),
    {
      ...text('source', words('field.source'), ({ source, link }) =>
        [source, link].filter(Boolean).join(' '),
      ),
      cell: (rate) => <PublishedSource published={rate} />,
    },
    ...(onRemove === undefined ? [] : [remove]),
  ];
}
