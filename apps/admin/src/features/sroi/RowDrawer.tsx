import { sroiRowFields } from '@tandem/domain/inputs';
import { EVIDENCE_GRADES, STAKEHOLDERS } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, NumberField, TextField } from '@tandem/ui/fields';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import type { Row } from './draft.ts';

/** What a row is about and on what it stands, as it is typed: in euros. Its rates are changed in the map. */
const rowWords = sroiRowFields
  .pick({
    stakeholder: true,
    outcome: true,
    proxyYear: true,
    proxyCountry: true,
    proxySource: true,
    durationYears: true,
    firstYear: true,
    evidenceGrade: true,
  })
  .extend({
    quantity: z.number({ error: 'NUMBER_INVALID' }).min(0, { error: 'TOO_SMALL' }),
    euros: z.number({ error: 'NUMBER_INVALID' }).min(0, { error: 'TOO_SMALL' }),
  });

const NOTHING_DEDUCTED = { deadweight: 0, displacement: 0, attribution: 0, dropOff: 0 };

interface Props {
  /** The row that is changed; 'new' for another one; nothing while the drawer is closed. */
  readonly row: Row | 'new' | undefined;
  readonly onClose: () => void;
  readonly onSave: (row: Omit<Row, 'id'>) => void;
}

export function RowDrawer({ row, onClose, onSave }: Props) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: row === 'new' ? 'sroi.addRow' : 'sroi.changeRow' });
  return (
    <FormDrawer title={title} opened={row !== undefined} onClose={onClose}>
      {row !== undefined && (
        <RowForm row={row === 'new' ? undefined : row} submitLabel={title} onSave={onSave} />
      )}
    </FormDrawer>
  );
}

interface FormProps {
  readonly row: Row | undefined;
  readonly submitLabel: string;
  readonly onSave: Props['onSave'];
}

function RowForm({ row, submitLabel, onSave }: FormProps) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  const choose = intl.formatMessage({ id: 'form.choose' });
  return (
    <DomainForm
      schema={rowWords}
      draftKey={`sroi-row.${row?.id ?? 'new'}`}
      defaultValues={
        row === undefined
          ? { durationYears: 1, firstYear: 1, proxyYear: Number(today.slice(0, 4)), proxyCountry: 'BE' }
          : { ...row, euros: row.proxy.cents / 100 }
      }
      submitLabel={submitLabel}
      onSubmit={({ euros, ...words }) => {
        const former = row ?? { __typename: 'SroiRow' as const, quantityMetric: null, ...NOTHING_DEDUCTED };
        const proxy = { __typename: 'Money' as const, cents: Math.round(euros * 100), currency: 'EUR' };
        onSave({ ...former, ...words, proxy });
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
      {row?.quantityMetric == null && <NumberField name="quantity" required />}
      <NumberField name="euros" required suffix="€" />
      <TextField name="proxySource" />
      <NumberField name="proxyYear" required />
      <TextField name="proxyCountry" required />
      <NumberField name="firstYear" required />
      <NumberField name="durationYears" required />
      <ChoiceField
        name="evidenceGrade"
        required
        options={options('EvidenceGrade', EVIDENCE_GRADES)}
        empty={choose}
      />
    </DomainForm>
  );
}
