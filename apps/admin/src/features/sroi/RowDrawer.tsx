import { Button, Fieldset, Group, SimpleGrid, Text } from '@mantine/core';
import { DISTRIBUTIONS, EVIDENCE_GRADES, SROI_PARAMETERS, STAKEHOLDERS } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, LongTextField, NumberField, TextField } from '@tandem/ui/fields';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useWords } from '@tandem/ui/words';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { ProxyPicker } from './ProxyPicker.tsx';
import { rowOf, rowWords, wordsOf } from './row-form.ts';
import { RowFacts } from './RowFacts.tsx';
import type { Row } from './sroi.queries.ts';

interface Props {
  /** The row that is opened; nothing while the drawer is closed. */
  readonly row: Row | undefined;
  readonly isNew: boolean;
  readonly editable: boolean;
  /** Indicators that count something, by what they are called. */
  readonly counts: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
  readonly onSave: (row: Row) => void;
  readonly onRemove: (() => void) | undefined;
}

/** What a row is about, on what it stands and how sure it is. */
export function RowDrawer({ row, isNew, editable, counts, onClose, onSave, onRemove }: Props) {
  const intl = useIntl();
  const title = intl.formatMessage({
    id: isNew ? 'sroi.addRow' : editable ? 'sroi.changeRow' : 'sroi.row',
  });
  return (
    <FormDrawer title={title} opened={row !== undefined} onClose={onClose}>
      {row !== undefined && !editable && <RowFacts row={row} counts={counts} />}
      {row !== undefined && editable && (
        <>
          <DomainForm
            schema={rowWords}
            draftKey={`sroi-row.${isNew ? 'new' : row.key}`}
            defaultValues={wordsOf(row)}
            submitLabel={title}
            onSubmit={(words) => {
              onSave(rowOf(row, words));
              return Promise.resolve(undefined);
            }}
          >
            <Fields counts={counts} />
          </DomainForm>
          {onRemove && (
            <Button variant="subtle" color="red" mt="md" onClick={onRemove}>
              <FormattedMessage id="sroi.removeRow" values={{ outcome: row.outcome }} />
            </Button>
          )}
        </>
      )}
    </FormDrawer>
  );
}

function Fields({ counts }: Pick<Props, 'counts'>) {
  const intl = useIntl();
  const { options } = useWords();
  const { setValue } = useFormContext();
  const [metric, ranges] = useWatch({ name: ['quantityMetric', 'ranges'] });
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
        <NumberField name="euros" required suffix="€" min={-1e9} />
        <TextField name="proxyUnit" />
      </Group>
      <TextField name="proxySource" description={intl.formatMessage({ id: 'sroi.sourceAbout' })} />
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
          <NumberField name="leakage" suffix="%" max={100} />
          <NumberField name="substitution" suffix="%" max={100} />
        </Group>
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
                  min={parameter === 'proxy' ? -1e9 : 0}
                />
                <NumberField
                  name={`ranges.${parameter}.high`}
                  label={intl.formatMessage({ id: 'sroi.high' })}
                  min={parameter === 'proxy' ? -1e9 : 0}
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
