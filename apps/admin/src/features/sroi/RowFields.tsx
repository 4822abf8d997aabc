import { Fieldset, Group, SimpleGrid, Text } from '@mantine/core';
import type { FormerSource } from '@tandem/domain/sroi';
import {
  DISTRIBUTIONS,
  EVIDENCE_GRADES,
  SROI_ASSUMPTIONS,
  SROI_PARAMETERS,
  STAKEHOLDERS,
} from '@tandem/domain/vocabulary';
import { ChoiceField, LongTextField, NumberField, TextField } from '@tandem/ui/fields';
import { useNumberWords } from '@tandem/ui/use-number-words';
import { useWords } from '@tandem/ui/words';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { ProxyPicker } from './ProxyPicker.tsx';
import { rowOf, rowWords } from './row-form.ts';
import { formerOf } from './sources.ts';
import type { Row } from './sroi.queries.ts';

interface Props {
  /** The row as it was opened. */
  readonly row: Row;
  /** Indicators that count something, by what they are called. */
  readonly counts: readonly { readonly value: string; readonly label: string }[];
}

/** What a row is about, on what it and its numbers stand, and which of them are uncertain. */
export function RowFields({ row, counts }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const numberWords = useNumberWords();
  const { setValue } = useFormContext();
  const typed = useWatch();
  const words = rowWords.safeParse(typed);
  const former = formerOf(words.success ? rowOf(row, words.data) : row);
  const saidOf = (number: FormerSource['number']) => {
    const source = former.find((each) => each.number === number);
    return (
      source &&
      intl.formatMessage({ id: 'sroi.sourceSaidOf' }, { former: numberWords(number, source.former) })
    );
  };
  const { quantityMetric: metric, ranges, assumptions } = typed;
  return (
    <>
      <ChoiceField name="stakeholder" required options={options('Stakeholder', STAKEHOLDERS)} />
      <TextField name="outcome" required />
      <ChoiceField
        name="quantityMetric"
        options={counts}
        empty={intl.formatMessage({ id: 'sroi.typedQuantity' })}
      />
      {!metric && <NumberField name="quantity" required />}
      <ProxyPicker
        onPick={(proxy) => {
          for (const [name, value] of Object.entries(proxy))
            setValue(name, value, { shouldDirty: true, shouldValidate: true });
        }}
      />
      <Group grow align="start">
        <NumberField name="euros" required suffix="€" />
        <TextField name="proxyUnit" />
      </Group>
      <TextField
        name="proxySource"
        description={saidOf('proxy') ?? intl.formatMessage({ id: 'sroi.sourceAbout' })}
      />
      <Group grow align="start">
        <NumberField name="proxyYear" required />
        <TextField name="proxyCountry" required />
      </Group>
      <ChoiceField name="evidenceGrade" required options={options('EvidenceGrade', EVIDENCE_GRADES)} />
      <Fieldset legend={<FormattedMessage id="sroi.priceIndex" />}>
        <Text size="sm" c="dimmed" mb="xs">
          <FormattedMessage id="sroi.priceIndexAbout" />
        </Text>
        <TextField name="indexName" />
        <Group grow align="start" mt="xs">
          <NumberField name="indexFrom" />
          <NumberField name="indexTo" />
          <NumberField name="indexYear" />
        </Group>
      </Fieldset>
      <Fieldset legend={<FormattedMessage id="sroi.otherDeductions" />}>
        <Group grow align="start">
          <NumberField name="leakage" suffix="%" />
          <NumberField name="substitution" suffix="%" />
        </Group>
      </Fieldset>
      <Fieldset legend={<FormattedMessage id="sroi.assumptions" />}>
        <Text size="sm" c="dimmed" mb="xs">
          <FormattedMessage id="sroi.assumptionsAbout" />
        </Text>
        {SROI_ASSUMPTIONS.filter((number) => number !== 'quantity' || !metric).map((number) => (
          <SimpleGrid key={number} cols={assumptions?.[number]?.grade ? 2 : 1} spacing="xs" mb="xs">
            <ChoiceField
              name={`assumptions.${number}.grade`}
              label={intl.formatMessage({ id: `field.${number}` })}
              options={options('EvidenceGrade', EVIDENCE_GRADES)}
              empty={intl.formatMessage({ id: 'sroi.assumptionNone' })}
            />
            {assumptions?.[number]?.grade && (
              <TextField
                name={`assumptions.${number}.source`}
                label={intl.formatMessage({ id: 'sroi.assumptionSource' })}
                description={saidOf(number)}
              />
            )}
          </SimpleGrid>
        ))}
      </Fieldset>
      <Fieldset legend={<FormattedMessage id="sroi.ranges" />}>
        <Text size="sm" c="dimmed" mb="xs">
          <FormattedMessage id="sroi.rangesAbout" />
        </Text>
        {SROI_PARAMETERS.map((parameter) => (
          <SimpleGrid key={parameter} cols={ranges?.[parameter]?.distribution ? 3 : 1} spacing="xs" mb="xs">
            <ChoiceField
              name={`ranges.${parameter}.distribution`}
              label={intl.formatMessage({ id: `field.${parameter}` })}
              options={options('Distribution', DISTRIBUTIONS)}
              empty={intl.formatMessage({ id: 'sroi.certain' })}
            />
            {ranges?.[parameter]?.distribution && (
              <>
                <NumberField
                  name={`ranges.${parameter}.low`}
                  label={intl.formatMessage({ id: 'sroi.low' })}
                />
                <NumberField
                  name={`ranges.${parameter}.high`}
                  label={intl.formatMessage({ id: 'sroi.high' })}
                />
              </>
            )}
          </SimpleGrid>
        ))}
      </Fieldset>
      <LongTextField name="note" />
    </>
  );
}
