import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { thresholdInput } from '@tandem/domain/privacy-inputs';
import { THRESHOLD_NAMES } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ErrorState } from '@tandem/ui/ErrorState';
import { LongTextField, NumberField } from '@tandem/ui/fields';
import { useFormat } from '@tandem/ui/format';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { doneNotice } from '@tandem/ui/notices';
import { Section } from '@tandem/ui/Section';
import { refusalOf } from '@tandem/ui/refusal';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { SET_THRESHOLD, THRESHOLDS, type Threshold } from './privacy.queries.ts';
import { useOpen } from './use-open.ts';

/** The limits of disclosure control: the value in force, why, and the values before it. */
export function ThresholdsPanel() {
  const intl = useIntl();
  const { word } = useWords();
  const { open, edit, close } = useOpen();
  const columns = useColumns();
  const { data, error } = useQuery(THRESHOLDS);
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const edited = data?.thresholds.find(({ name, inForce }) => inForce && name === open);
  return (
    <>
      {THRESHOLD_NAMES.map((name) => (
        <Section
          key={name}
          title={word('ThresholdName', name)}
          about={<FormattedMessage id={`privacy.threshold.${name}`} />}
          action={
            <Button size="compact-sm" variant="subtle" onClick={() => edit(name)}>
              <FormattedMessage id="privacy.setThreshold" />
            </Button>
          }
        >
          <DataTable
            caption={word('ThresholdName', name)}
            columns={columns}
            rows={data?.thresholds.filter((row) => row.name === name)}
            rowKey={({ id }) => id}
          />
        </Section>
      ))}
      <FormDrawer
        title={edited === undefined ? '' : word('ThresholdName', edited.name)}
        opened={edited !== undefined}
        onClose={close}
      >
        {edited !== undefined && <ThresholdForm threshold={edited} onDone={close} />}
        <p>{edited !== undefined && intl.formatMessage({ id: `privacy.threshold.${edited.name}` })}</p>
      </FormDrawer>
    </>
  );
}

interface FormProps {
  readonly threshold: Threshold;
  readonly onDone: () => void;
}

function ThresholdForm({ threshold: { name, value, safeMinimum }, onDone }: FormProps) {
  const intl = useIntl();
  const [set] = useMutation(SET_THRESHOLD, { refetchQueries: ['Thresholds'] });
  return (
    <DomainForm
      schema={thresholdInput}
      draftKey={`threshold.${name}`}
      defaultValues={{ value, reason: '' }}
      submitLabel={intl.formatMessage({ id: 'privacy.setThreshold' })}
      onSubmit={async (input) => {
        const { data } = await set({ variables: { name, ...input } });
        const refusal = refusalOf(data?.setThreshold);
        if (refusal === undefined) {
          doneNotice(intl.formatMessage({ id: 'privacy.thresholdSet' }));
          onDone();
        }
        return refusal;
      }}
    >
      <NumberField
        name="value"
        required
        description={intl.formatMessage({ id: 'privacy.safeMinimum' }, { least: safeMinimum })}
      />
      <LongTextField name="reason" required />
    </DomainForm>
  );
}

function useColumns(): readonly Column<Threshold>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `privacy.column.${id}` });
  const why = ({ name, reason }: Threshold) =>
    reason ?? intl.formatMessage({ id: `privacy.thresholdInitial.${name}` });
  return [
    {
      id: 'value',
      header: header('value'),
      align: 'right',
      cell: ({ value, inForce }) =>
        inForce ? <strong>{format.number(value)}</strong> : format.number(value),
      text: ({ value }) => value,
    },
    {
      id: 'reason',
      header: header('reason'),
      wrap: true,
      cell: why,
      text: why,
    },
    {
      id: 'since',
      header: header('since'),
      cell: ({ setAt }) => format.instant(setAt),
      text: ({ setAt }) => setAt,
    },
    { id: 'by', header: header('by'), cell: ({ setBy }) => setBy ?? '–', text: ({ setBy }) => setBy ?? null },
  ];
}
