import { useApolloClient } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { publishedRateFields, saidInSomeLanguage } from '@tandem/domain/comparison-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, NumberField, TextField } from '@tandem/ui/fields';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useViewer } from '@tandem/ui/viewer';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import type { Metric } from '../indicators/indicator.queries.ts';
import { PublishedWordsFields } from './PublishedWordsFields.tsx';
import { useCountryOptions } from './countries.ts';
import { PUBLISHED_RATES, type PublishedRate } from './published-rates.queries.ts';
import { usePublishedRateActions } from './use-published-rate-actions.ts';

/** A rate as it is typed: in percent. */
const publishedForm = saidInSomeLanguage(
  publishedRateFields.omit({ rate: true }).extend({
    percent: z
      .number({ error: 'NUMBER_INVALID' })
      .min(0, { error: 'TOO_SMALL' })
      .max(100, { error: 'TOO_LARGE' }),
  }),
);
/** Digits of a share that a percentage with four of its own has. */
const DIGITS = 6;

interface Props {
  readonly rate: PublishedRate | 'new' | undefined;
  readonly metrics: readonly Metric[];
  /** The indicator of a new one, if nothing else is said. */
  readonly usual: Metric['id'] | undefined;
  readonly onClose: () => void;
}

/** Writes down a rate that somebody published, with where it can be checked and about whom it is. */
export function PublishedRateDrawer({ rate, metrics, usual, onClose }: Props) {
  const intl = useIntl();
  return (
    <FormDrawer
      title={intl.formatMessage({ id: rate === 'new' ? 'published.add' : 'published.change' })}
      opened={rate !== undefined}
      onClose={onClose}
    >
      <PublishedRateForm
        rate={rate === 'new' ? undefined : rate}
        metrics={metrics}
        usual={usual}
        onDone={onClose}
      />
    </FormDrawer>
  );
}

interface FormProps extends Pick<Props, 'metrics' | 'usual'> {
  readonly rate: PublishedRate | undefined;
  readonly onDone: () => void;
}

function PublishedRateForm({ rate, metrics, usual, onDone }: FormProps) {
  const intl = useIntl();
  const client = useApolloClient();
  const { today } = useViewer();
  // What was seen when the form was opened is what the change is based on.
  const [seen] = useState(rate);
  const { save } = usePublishedRateActions();
  const countries = useCountryOptions(seen?.country);
  const words = (id: string) => intl.formatMessage({ id });
  return (
    <DomainForm
      schema={publishedForm}
      draftKey={`published-rate.${seen?.id ?? 'new'}`}
      defaultValues={
        seen === undefined
          ? {
              metric: usual ?? metrics[0]?.id ?? '',
              year: Number(today.slice(0, 4)),
              country: null,
              people: null,
              windowMonths: null,
            }
          : { ...seen, percent: Number((seen.rate * 100).toFixed(DIGITS - 2)) }
      }
      submitLabel={words('action.save')}
      onSubmit={async ({ percent, metric: id, ...typed }, over) => {
        const metric = metrics.find((candidate) => candidate.id === id)?.id;
        if (metric === undefined) return { code: 'CHOICE_INVALID', field: 'metric' };
        const share = Number((percent / 100).toFixed(DIGITS));
        const refusal = await save(seen, { ...typed, metric, rate: share }, over);
        if (refusal === undefined) onDone();
        return refusal;
      }}
      onTakeTheirs={async () => {
        await client.refetchQueries({ include: [PUBLISHED_RATES] });
        onDone();
      }}
    >
      <MetricField metrics={metrics} />
      <Group grow align="start">
        <NumberField name="percent" required suffix="%" />
        <NumberField name="year" required />
      </Group>
      <Group grow align="start">
        <ChoiceField name="country" options={countries} empty={words('published.noCountry')} />
        <NumberField name="people" />
      </Group>
      <NumberField name="windowMonths" description={words('published.windowAbout')} />
      <PublishedWordsFields />
      <TextField name="link" />
    </DomainForm>
  );
}

/** Which indicator, and how it is counted where a published rate stands beside it. */
function MetricField({ metrics }: Pick<Props, 'metrics'>) {
  const intl = useIntl();
  const id: unknown = useWatch({ name: 'metric' });
  const { says = '', parameters } = metrics.find((metric) => metric.id === id) ?? {};
  const words = (name: string, values?: Record<string, string | number>) =>
    intl.formatMessage({ id: name }, values);
  const counting = parameters && [
    words(`figure.window.${parameters.anchor}`, { months: parameters.windowMonths }),
    words(`vocabulary.Population.${parameters.population}`),
    words(`vocabulary.EvidenceLevel.${parameters.evidence}`),
  ];
  const usual = counting && words('published.usualCounting', { counting: counting.join(', ') });
  return (
    <ChoiceField
      name="metric"
      required
      description={[says, usual].filter(Boolean).join(' ')}
      options={metrics.map((metric) => ({ value: metric.id, label: metric.name }))}
    />
  );
}
