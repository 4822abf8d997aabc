import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { MAXIMUM_REGISTRATION } from '@tandem/domain/inputs';
import { ENGAGEMENTS, type Engagement } from '@tandem/domain/vocabulary';
import { doneNotice, failedNotice } from '@tandem/ui/notices';
import { useWords } from '@tandem/ui/words';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { VolunteerInput } from '../../gql/graphql.ts';
import { readPasted, type BranchOption, type PastedRow } from './pasted-rows.ts';
import { REGISTER } from './people.queries.ts';
import { RegistrationPreview, standingOf, type CheckedRow } from './RegistrationPreview.tsx';
import classes from './Register.module.css';

interface Props {
  readonly branches: readonly BranchOption[];
}

/** What is pasted is kept here until it is registered, whatever happens to the page. */
const DRAFT = 'tandem.draft.register-list';

/** A list from a spreadsheet: pasted, looked at line by line, and registered all at once or not at all. */
export function RegisterList({ branches }: Props) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { options } = useWords();
  const [text, setText] = useState(() => sessionStorage.getItem(DRAFT) ?? '');
  const [engagement, setEngagement] = useState<Engagement>('MENTOR');
  const [branchId, setBranchId] = useState('');
  const [checked, setChecked] = useState<readonly CheckedRow[]>();
  const [register, { loading }] = useMutation(REGISTER);
  const branch = branchId === '' ? (branches[0]?.value ?? '') : branchId;
  const pasted = useMemo(() => readPasted(text, branches), [text, branches]);
  const tooMany = pasted.length > MAXIMUM_REGISTRATION;

  const inputOf = (row: PastedRow): VolunteerInput => ({
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email,
    engagement: row.engagement ?? engagement,
    branchId: row.branchId ?? branch,
    plannedHours: row.plannedHours ?? null,
    availability: null,
  });
  const send = async (rows: readonly Pick<CheckedRow, 'row' | 'input'>[], dryRun: boolean) => {
    const { data } = await register({ variables: { rows: rows.map(({ input }) => input), dryRun } });
    const report = data?.registerVolunteers;
    if (report === undefined) {
      failedNotice(intl);
      return;
    }
    if (report.registered.length > 0) {
      sessionStorage.removeItem(DRAFT);
      doneNotice(intl.formatMessage({ id: 'register.done' }, { count: report.registered.length }));
      await navigate({ to: '/people' });
      return;
    }
    setChecked(rows.map(({ row, input }, index) => ({ row, input, report: report.rows[index] })));
  };
  const change = (next: string) => {
    setText(next);
    setChecked(undefined);
    sessionStorage.setItem(DRAFT, next);
  };
  // Who is registered already needs nothing done: the others can go ahead without them.
  const fresh = checked?.filter((row) => standingOf(row) !== 'EXISTING') ?? [];
  const ready = fresh.length > 0 && fresh.every((row) => standingOf(row) === 'FINE');

  return (
    <Stack gap="lg">
      <div className={classes.paste}>
        <Textarea
          label={intl.formatMessage({ id: 'register.paste' })}
          description={intl.formatMessage({ id: 'register.pasteAbout' })}
          placeholder={intl.formatMessage({ id: 'register.pasteExample' })}
          value={text}
          disabled={loading}
          onChange={(event) => change(event.currentTarget.value)}
          autosize
          minRows={8}
          maxRows={18}
          classNames={{ input: classes.mono ?? '' }}
        />
        <Stack gap="sm">
          <NativeSelect
            label={intl.formatMessage({ id: 'register.allWill' })}
            value={engagement}
            disabled={loading}
            data={options('Engagement', ENGAGEMENTS)}
            onChange={(event) => {
              setEngagement(event.currentTarget.value as Engagement);
              setChecked(undefined);
            }}
          />
          <NativeSelect
            label={intl.formatMessage({ id: 'register.allBranch' })}
            value={branch}
            disabled={loading}
            data={[...branches]}
            onChange={(event) => {
              setBranchId(event.currentTarget.value);
              setChecked(undefined);
            }}
          />
          <small>
            <FormattedMessage id="register.allAbout" />
          </small>
        </Stack>
      </div>
      {tooMany && (
        <Alert color="red" role="alert">
          <FormattedMessage
            id="register.tooMany"
            values={{ count: pasted.length, maximum: MAXIMUM_REGISTRATION }}
          />
        </Alert>
      )}
      <Group>
        <Button
          variant={ready ? 'default' : 'filled'}
          disabled={pasted.length === 0 || tooMany || branch === ''}
          loading={loading}
          onClick={() =>
            void send(
              pasted.map((row) => ({ row, input: inputOf(row) })),
              true,
            )
          }
        >
          <FormattedMessage id="register.check" values={{ count: pasted.length }} />
        </Button>
        {ready && (
          <Button loading={loading} onClick={() => void send(fresh, false)}>
            <FormattedMessage id="register.all" values={{ count: fresh.length }} />
          </Button>
        )}
      </Group>
      {checked && <RegistrationPreview rows={checked} branches={branches} />}
    </Stack>
  );
}
