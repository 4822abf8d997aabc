import { Button } from '@mantine/core';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';
import { InKindRateForm } from './InKindRateForm.tsx';
import { WithAndWithout } from './WithAndWithout.tsx';
import { periodOf } from './year.ts';

const IN_KIND = graphql(`
  query InKind($requests: [FigureRequest!]!, $period: PeriodInput) {
    figures(requests: $requests) {
      ...FigureFields
    }
    inKind(period: $period) {
      valuedMinutes
      coveredMinutes
      unratedMinutes
      value {
        cents
        currency
      }
      coveredValue {
        cents
        currency
      }
    }
    inKindRates {
      id
      fromDay
      centsPerHour
      source
      sourceYear
    }
  }
`);
/** Without what is given in kind, and with it. */
const METRICS = [
  'TOTAL_COST',
  'TOTAL_COST_WITH_IN_KIND',
  'COST_PER_DUO',
  'COST_PER_DUO_WITH_IN_KIND',
  'FUNDING_WITHOUT_IN_KIND',
  'FUNDING',
] as const;
const PAIRS = ['cost', 'perDuo', 'funding'] as const;
const route = getRouteApi('/money');

/** What is given in kind, at which rates it is valued, and what figures are with and without it. */
export function InKindSection() {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const { year } = route.useSearch();
  const [setting, setSetting] = useState(false);
  const period = periodOf(year);
  const requests = METRICS.map((metric): FigureRequest => ({ metric, ...(period && { period }) }));
  const { data, error } = useKeptQuery(IN_KIND, { requests, period: period ?? null }, undefined);
  if (error !== undefined) return <ErrorState error={error} />;
  return (
    <Section
      title={intl.formatMessage({ id: 'inKind.title' })}
      about={<FormattedMessage id="inKind.about" />}
      action={
        can('MANAGE_MONEY') && (
          <Button variant="default" size="compact-sm" onClick={() => setSetting(true)}>
            <FormattedMessage id="inKind.setRate" />
          </Button>
        )
      }
    >
      {data && (
        <p>
          <FormattedMessage
            id="inKind.sentence"
            values={{
              hours: format.hours(data.inKind.valuedMinutes),
              value: format.money(data.inKind.value.cents, { exact: true }),
              covered: format.hours(data.inKind.coveredMinutes),
              unrated: format.hours(data.inKind.unratedMinutes),
            }}
          />
        </p>
      )}
      <WithAndWithout
        pairs={PAIRS.map((key, index) => ({
          key,
          without: data?.figures[2 * index],
          with: data?.figures[2 * index + 1],
        }))}
      />
      {data && data.inKind.coveredMinutes > 0 && (
        <p>
          <FormattedMessage
            id="inKind.covered"
            values={{
              hours: format.hours(data.inKind.coveredMinutes),
              value: format.money(data.inKind.coveredValue.cents, { exact: true }),
            }}
          />
        </p>
      )}
      <ul>
        {data?.inKindRates.map(({ id, fromDay, centsPerHour, source, sourceYear }) => (
          <li key={id}>
            <FormattedMessage
              id="inKind.rate"
              values={{
                rate: format.money(centsPerHour, { exact: true }),
                day: format.day(fromDay),
                source,
                year: String(sourceYear),
              }}
            />
          </li>
        ))}
      </ul>
      <FormDrawer
        title={intl.formatMessage({ id: 'inKind.setRate' })}
        opened={setting}
        onClose={() => setSetting(false)}
      >
        <InKindRateForm onDone={() => setSetting(false)} />
      </FormDrawer>
    </Section>
  );
}
