import { NativeSelect } from '@mantine/core';
import { researchUseInput } from '@tandem/domain/research-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { LongTextField, TextField } from '@tandem/ui/fields';
import { languageOf } from '@tandem/ui/locale';
import { useLocaleChoice } from '@tandem/ui/LocaleProvider';
import { doneNotice } from '@tandem/ui/notices';
import { Section } from '@tandem/ui/Section';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResearchChoiceInput } from '../../gql/graphql.ts';
import type { Purpose } from './research.queries.ts';
import { takeOut } from './take-out.ts';
import classes from './Research.module.css';

const recipientInput = researchUseInput.omit({ purpose: true });

interface Props {
  /** Undefined while they are on their way. */
  readonly purposes: readonly Purpose[] | undefined;
  readonly purpose: Purpose | undefined;
  readonly onPurpose: (key: string | undefined) => void;
  readonly choice: ResearchChoiceInput;
}

/** For what it is taken out, who is given it and what for: all of it stands in the trail and in the file. */
export function TakeOutSection({ purposes, purpose, onPurpose, choice }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const { locale } = useLocaleChoice();
  const language = languageOf(locale);
  return (
    <Section
      title={intl.formatMessage({ id: 'research.takeOut' })}
      about={<FormattedMessage id="research.takeOutAbout" />}
    >
      <div className={classes.use}>
        <NativeSelect
          label={intl.formatMessage({ id: 'field.purpose' })}
          value={purpose?.key ?? ''}
          data={[
            { value: '', label: intl.formatMessage({ id: 'research.choosePurpose' }) },
            ...(purposes ?? []).map(({ key, name }) => ({ value: key, label: name[language] })),
          ]}
          onChange={(event) =>
            onPurpose(event.currentTarget.value === '' ? undefined : event.currentTarget.value)
          }
        />
        {purpose && (
          <>
            <p>
              {purpose.description[language]} <small>{word('LegalBasis', purpose.legalBasis)}</small>
            </p>
            <DomainForm
              schema={recipientInput}
              draftKey="research"
              defaultValues={{ recipient: '', use: '' }}
              submitLabel={intl.formatMessage({ id: 'research.download' })}
              onSubmit={async (input) => {
                const refusal = await takeOut({ ...choice, ...input, purpose: purpose.key });
                if (refusal === undefined) doneNotice(intl.formatMessage({ id: 'research.done' }));
                return refusal;
              }}
            >
              <TextField name="recipient" required />
              <LongTextField name="use" required />
            </DomainForm>
          </>
        )}
      </div>
    </Section>
  );
}
