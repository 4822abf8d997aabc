import { useMutation } from '@apollo/client/react';
import { volunteerInput } from '@tandem/domain/inputs';
import { ENGAGEMENTS } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, FewField, NumberField, TextField } from '@tandem/ui/fields';
import { doneNotice } from '@tandem/ui/notices';
import { useWords } from '@tandem/ui/words';
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { REGISTER } from './people.queries.ts';
import classes from './Register.module.css';

interface Props {
  readonly branches: readonly { readonly value: string; readonly label: string }[];
}

export function RegisterOne({ branches }: Props) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { options } = useWords();
  const [register] = useMutation(REGISTER);
  return (
    <div className={classes.form}>
      <DomainForm
        schema={volunteerInput}
        draftKey="register-one"
        defaultValues={{ engagement: 'MENTOR', plannedHours: null, availability: '' }}
        submitLabel={intl.formatMessage({ id: 'register.one' })}
        onSubmit={async (row) => {
          const { data } = await register({ variables: { rows: [row], dryRun: false } });
          const refusal = data?.registerVolunteers.rows[0]?.refusals[0];
          if (refusal !== undefined)
            return {
              code: refusal.code,
              ...(refusal.field != null && { field: refusal.field.replace(/^rows\.\d+\./, '') }),
            };
          doneNotice(intl.formatMessage({ id: 'register.done' }, { count: 1 }));
          await navigate({ to: '/people' });
          return undefined;
        }}
      >
        <TextField name="givenName" required />
        <TextField name="familyName" required />
        <TextField
          name="email"
          type="email"
          required
          description={intl.formatMessage({ id: 'register.emailAbout' })}
        />
        <FewField name="engagement" required options={options('Engagement', ENGAGEMENTS)} />
        <ChoiceField
          name="branchId"
          required
          options={branches}
          empty={intl.formatMessage({ id: 'form.choose' })}
        />
        <NumberField name="plannedHours" suffix={intl.formatMessage({ id: 'unit.hoursShort' })} />
        <TextField
          name="availability"
          description={intl.formatMessage({ id: 'register.availabilityAbout' })}
        />
      </DomainForm>
    </div>
  );
}
