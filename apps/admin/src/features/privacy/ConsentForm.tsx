import { useMutation, useQuery } from '@apollo/client/react';
import { consentInput } from '@tandem/domain/privacy-inputs';
import { CONSENT_STATUSES } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, DayField, FewField } from '@tandem/ui/fields';
import { languageOf } from '@tandem/ui/locale';
import { useLocaleChoice } from '@tandem/ui/LocaleProvider';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { PURPOSES, RECORD_CONSENT } from './privacy.queries.ts';

interface Props {
  readonly personId: string;
  readonly onDone: () => void;
}

/** What somebody said to a purpose that rests on consent; a withdrawal is one of the answers. */
export function ConsentForm({ personId, onDone }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  const { locale } = useLocaleChoice();
  const { data } = useQuery(PURPOSES);
  const [record] = useMutation(RECORD_CONSENT, { refetchQueries: ['PersonPrivacy'] });
  const purposes =
    data?.purposes
      .filter(({ latest, legalBasis }) => latest && legalBasis === 'CONSENT')
      .map(({ key, name }) => ({ value: key, label: name[languageOf(locale)] })) ?? [];
  return (
    <DomainForm
      schema={consentInput}
      draftKey={`consent.${personId}`}
      defaultValues={{ purpose: '', onDay: today }}
      submitLabel={intl.formatMessage({ id: 'privacy.recordConsent' })}
      onSubmit={async (input) => {
        const { data: done } = await record({ variables: { personId, input } });
        const refusal = refusalOf(done?.recordConsent);
        if (refusal === undefined) {
          doneNotice(intl.formatMessage({ id: 'privacy.consentRecorded' }));
          onDone();
        }
        return refusal;
      }}
    >
      <ChoiceField name="purpose" required options={purposes} empty="–" />
      <FewField name="answer" required options={options('ConsentStatus', CONSENT_STATUSES)} />
      <DayField name="onDay" required max={today} />
    </DomainForm>
  );
}
