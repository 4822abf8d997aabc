import { Button } from '@mantine/core';
import { sroiRowFields } from '@tandem/domain/inputs';
import { EVIDENCE_GRADES, STAKEHOLDERS } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, NumberField, TextField } from '@tandem/ui/fields';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import type { Row } from './draft.ts';

/** A new row as it is typed: in euros and with a quantity of its own; everything else can be changed in the map. */
const newRow = sroiRowFields
  .pick({
    stakeholder: true,
    outcome: true,
    proxyYear: true,
    proxyCountry: true,
    proxySource: true,
    durationYears: true,
    evidenceGrade: true,
  })
  .extend({
    quantity: z.number({ error: 'NUMBER_INVALID' }).min(0, { error: 'TOO_SMALL' }),
    euros: z.number({ error: 'NUMBER_INVALID' }).min(0, { error: 'TOO_SMALL' }),
  });

interface Props {
  readonly onAdd: (row: Row) => void;
}

export function AddRow({ onAdd }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  const [open, setOpen] = useState(false);
  const choose = intl.formatMessage({ id: 'form.choose' });
  return (
    <>
      <Button variant="default" mt="md" onClick={() => setOpen(true)}>
        <FormattedMessage id="sroi.addRow" />
      </Button>
      <FormDrawer
        title={intl.formatMessage({ id: 'sroi.addRow' })}
        opened={open}
        onClose={() => setOpen(false)}
      >
        <DomainForm
          schema={newRow}
          draftKey="sroi-row"
          defaultValues={{ durationYears: 1, proxyYear: Number(today.slice(0, 4)), proxyCountry: 'BE' }}
          submitLabel={intl.formatMessage({ id: 'sroi.addRow' })}
          onSubmit={({ euros, ...row }) => {
            const none = { deadweight: 0, displacement: 0, attribution: 0, dropOff: 0, firstYear: 1 };
            const proxy = { __typename: 'Money' as const, cents: Math.round(euros * 100), currency: 'EUR' };
            onAdd({
              __typename: 'SroiRow',
              id: crypto.randomUUID(),
              quantityMetric: null,
              proxy,
              ...none,
              ...row,
            });
            setOpen(false);
            return Promise.resolve(undefined);
          }}
        >
          <ChoiceField
            name="stakeholder"
            required
            options={options('Stakeholder', STAKEHOLDERS)}
            empty={choose}
          />
          <TextField name="outcome" required />
          <NumberField name="quantity" required />
          <NumberField name="euros" required suffix="€" />
          <TextField name="proxySource" />
          <NumberField name="proxyYear" required />
          <TextField name="proxyCountry" required />
          <NumberField name="durationYears" required />
          <ChoiceField
            name="evidenceGrade"
            required
            options={options('EvidenceGrade', EVIDENCE_GRADES)}
            empty={choose}
          />
        </DomainForm>
      </FormDrawer>
    </>
  );
}
