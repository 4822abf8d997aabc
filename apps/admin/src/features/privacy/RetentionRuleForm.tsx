import { useMutation, useQuery } from '@apollo/client/react';
import { retentionRuleInput } from '@tandem/domain/privacy-inputs';
import { RETENTION_KINDS } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, FewField, LongTextField, NumberField } from '@tandem/ui/fields';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { SAVE_RULE, type RulePreview } from './privacy.queries.ts';

const COUNTRIES = graphql(`
  query CountriesOfBranches {
    branches {
      id
      country
    }
  }
`);

interface Props {
  /** The rule that is changed; undefined for a new one. */
  readonly rule: RulePreview['rule'] | undefined;
  readonly onDone: () => void;
}

export function RetentionRuleForm({ rule, onDone }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { data } = useQuery(COUNTRIES);
  const [save] = useMutation(SAVE_RULE, { refetchQueries: ['Retention'] });
  const countries = [...new Set(data?.branches.map(({ country }) => country))].map((value) => ({
    value,
    label: intl.formatDisplayName(value, { type: 'region' }) ?? value,
  }));
  return (
    <DomainForm
      schema={retentionRuleInput}
      draftKey={`retention.${rule?.id ?? 'new'}`}
      defaultValues={
        rule === undefined
          ? { country: null, reason: '' }
          : { kind: rule.kind, country: rule.country ?? null, keptMonths: rule.months, reason: rule.reason }
      }
      submitLabel={intl.formatMessage({ id: 'privacy.saveRule' })}
      onSubmit={async (input) => {
        const { data: done } = await save({ variables: { id: rule?.id ?? null, input } });
        const refusal = refusalOf(done?.saveRetentionRule);
        if (refusal === undefined) {
          doneNotice(intl.formatMessage({ id: 'privacy.ruleSaved' }));
          onDone();
        }
        return refusal;
      }}
    >
      <FewField name="kind" required options={options('RetentionKind', RETENTION_KINDS)} />
      <ChoiceField
        name="country"
        options={countries}
        empty={intl.formatMessage({ id: 'privacy.allCountries' })}
      />
      <NumberField name="keptMonths" required suffix={intl.formatMessage({ id: 'privacy.months' })} />
      <LongTextField
        name="reason"
        required
        description={intl.formatMessage({ id: 'privacy.ruleReasonAbout' })}
      />
    </DomainForm>
  );
}
