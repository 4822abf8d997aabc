import { useMutation } from '@apollo/client/react';
import { purposeInput } from '@tandem/domain/privacy-inputs';
import { DATA_CATEGORIES, DATA_RECIPIENTS, LEGAL_BASES } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, DayField, LongTextField, ManyField, TextField } from '@tandem/ui/fields';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { SAVE_PURPOSE, type Purpose } from './privacy.queries.ts';

interface Props {
  /** Of which a new version is written; undefined for a new purpose. */
  readonly purpose: Purpose | undefined;
  readonly onDone: () => void;
}

export function PurposeForm({ purpose, onDone }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  const [save] = useMutation(SAVE_PURPOSE, { refetchQueries: ['Purposes'] });
  return (
    <DomainForm
      schema={purposeInput}
      draftKey={`purpose.${purpose?.key ?? 'new'}`}
      defaultValues={{
        key: purpose?.key ?? '',
        nameFr: purpose?.name.fr ?? '',
        nameNl: purpose?.name.nl ?? '',
        nameEn: purpose?.name.en ?? '',
        descriptionFr: purpose?.description.fr ?? '',
        descriptionNl: purpose?.description.nl ?? '',
        descriptionEn: purpose?.description.en ?? '',
        legalBasis: purpose?.legalBasis ?? 'CONSENT',
        dataCategories: [...(purpose?.dataCategories ?? [])],
        recipients: [...(purpose?.recipients ?? [])],
        fromDay: today,
      }}
      submitLabel={intl.formatMessage({ id: 'privacy.savePurpose' })}
      onSubmit={async (input) => {
        const { data } = await save({ variables: { input, basedOn: purpose?.version ?? null } });
        const refusal = refusalOf(data?.savePurpose);
        if (refusal === undefined) {
          doneNotice(intl.formatMessage({ id: 'privacy.purposeSaved' }));
          onDone();
        }
        return refusal;
      }}
    >
      {purpose === undefined && (
        <TextField name="key" required description={intl.formatMessage({ id: 'privacy.keyAbout' })} />
      )}
      <TextField name="nameFr" required />
      <LongTextField name="descriptionFr" required rows={2} />
      <TextField name="nameNl" required />
      <LongTextField name="descriptionNl" required rows={2} />
      <TextField name="nameEn" required />
      <LongTextField name="descriptionEn" required rows={2} />
      <ChoiceField name="legalBasis" required options={options('LegalBasis', LEGAL_BASES)} />
      <ManyField name="dataCategories" required options={options('DataCategory', DATA_CATEGORIES)} />
      <ManyField name="recipients" required options={options('DataRecipient', DATA_RECIPIENTS)} />
      <DayField name="fromDay" required />
    </DomainForm>
  );
}
