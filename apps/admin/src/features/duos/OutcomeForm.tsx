import { outcomeInput, type OutcomeInput } from '@tandem/domain/inputs';
import type { Refusal } from '@tandem/domain/refusal';
import { CONTRACT_TYPES, EVIDENCE_SOURCES, SITUATIONS } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, DayField, FewField, NumberField } from '@tandem/ui/fields';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useWatch } from 'react-hook-form';
import { useIntl } from 'react-intl';

interface Props {
  readonly duo: { readonly id: string; readonly startedOn: string };
  readonly onSave: (input: OutcomeInput) => Promise<Refusal | undefined>;
}

/** Records what the mentee was found to do on a day, and from where it is known. */
export function OutcomeForm({ duo, onSave }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  return (
    <DomainForm
      schema={outcomeInput}
      draftKey={`outcome.${duo.id}`}
      defaultValues={{ observedOn: today }}
      submitLabel={intl.formatMessage({ id: 'duo.recordOutcome' })}
      onSubmit={(input) =>
        onSave(input.situation === 'JOB' ? input : { ...input, contractType: null, months: null })
      }
    >
      <FewField name="situation" required options={options('Situation', SITUATIONS)} />
      <JobFields />
      <DayField
        name="observedOn"
        required
        min={duo.startedOn}
        max={today}
        description={intl.formatMessage({ id: 'duo.observedOnAbout' })}
      />
      <FewField name="evidence" required options={options('EvidenceSource', EVIDENCE_SOURCES)} />
    </DomainForm>
  );
}

/** A job has a contract. */
function JobFields() {
  const intl = useIntl();
  const { options } = useWords();
  if (useWatch({ name: 'situation' }) !== 'JOB') return null;
  return (
    <>
      <ChoiceField
        name="contractType"
        required
        options={options('ContractType', CONTRACT_TYPES)}
        empty={intl.formatMessage({ id: 'form.choose' })}
      />
      <NumberField
        name="months"
        suffix={intl.formatMessage({ id: 'unit.monthsShort' })}
        description={intl.formatMessage({ id: 'duo.monthsAbout' })}
      />
    </>
  );
}
