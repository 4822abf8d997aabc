import { ENGAGEMENTS } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { refusalOf, refusalWords } from '@tandem/ui/refusal';
import { Status, type Tone } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RegisterVolunteersMutation, VolunteerInput } from '../../gql/graphql.ts';
import type { BranchOption, PastedRow } from './pasted-rows.ts';

/** A row with what was asked to be registered for it, and what the API says of that. */
export interface CheckedRow {
  readonly row: PastedRow;
  readonly input: VolunteerInput;
  readonly report: RegisterVolunteersMutation['registerVolunteers']['rows'][number] | undefined;
}

/** Whether a row can be registered as it is. */
export function standingOf({ row, report }: CheckedRow): 'EXISTING' | 'WRONG' | 'FINE' {
  if (report?.existing != null) return 'EXISTING';
  return row.notUnderstood.length > 0 || report?.refusals.length !== 0 ? 'WRONG' : 'FINE';
}
const TONES: Readonly<Record<ReturnType<typeof standingOf>, Tone>> = {
  EXISTING: 'info',
  WRONG: 'bad',
  FINE: 'good',
};

interface Props {
  readonly rows: readonly CheckedRow[];
  readonly branches: readonly BranchOption[];
}

/** Each line as it was understood, with everything that is wrong with it. */
export function RegistrationPreview({ rows, branches }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id });
  const ofField = (field: string, words: string) =>
    intl.formatMessage({ id: 'field.said' }, { field: header(`field.${field}`), words });
  const choices: Readonly<Partial<Record<string, string>>> = {
    branchId: intl.formatList(branches.map(({ label }) => label)),
    engagement: intl.formatList(ENGAGEMENTS.map((engagement) => word('Engagement', engagement))),
  };
  const notUnderstood = ({ row }: CheckedRow) =>
    row.notUnderstood.map(({ field, value }) =>
      ofField(
        field,
        intl.formatMessage({ id: `register.notUnderstood.${field}` }, { value, choices: choices[field] }),
      ),
    );
  const refused = ({ report }: CheckedRow) =>
    (report?.refusals ?? []).map((answer) => {
      const name = answer.field?.split('.').at(-1);
      const refusal = refusalOf(answer);
      const words = refusal === undefined ? '' : refusalWords(intl, refusal);
      return name === undefined ? words : ofField(name, words);
    });
  const saidOf = (checked: CheckedRow) =>
    standingOf(checked) === 'EXISTING'
      ? [header('register.existing')]
      : [...notUnderstood(checked), ...refused(checked)];
  const count = (standing: ReturnType<typeof standingOf>) =>
    rows.filter((row) => standingOf(row) === standing).length;
  const wrong = count('WRONG');
  // What is not understood is shown as it stands in the list, not as what would be taken instead.
  const asPasted = ({ row }: CheckedRow, name: keyof VolunteerInput) =>
    row.notUnderstood.find(({ field }) => field === name)?.value;
  const engagement = (checked: CheckedRow) =>
    asPasted(checked, 'engagement') ?? word('Engagement', checked.input.engagement);
  const branch = (checked: CheckedRow) =>
    asPasted(checked, 'branchId') ??
    branches.find(({ value }) => value === checked.input.branchId)?.label ??
    null;
  const hours = (checked: CheckedRow) =>
    asPasted(checked, 'plannedHours') ?? checked.row.plannedHours ?? null;
  const columns: readonly Column<CheckedRow>[] = [
    {
      id: 'line',
      header: header('register.line'),
      align: 'right',
      cell: ({ row }) => row.line,
      text: ({ row }) => row.line,
    },
    {
      id: 'check',
      header: header('register.state'),
      wrap: true,
      cell: (checked) => {
        const words = saidOf(checked);
        const tone = TONES[standingOf(checked)];
        if (words.length === 0)
          return (
            <Status tone={tone}>
              <FormattedMessage id="register.ok" />
            </Status>
          );
        return words.map((reason) => (
          <div key={reason}>
            <Status tone={tone}>{reason}</Status>
          </div>
        ));
      },
      text: (checked) => saidOf(checked).join('; '),
    },
    {
      id: 'given',
      header: header('field.givenName'),
      cell: ({ row }) => row.givenName,
      text: ({ row }) => row.givenName,
    },
    {
      id: 'family',
      header: header('field.familyName'),
      cell: ({ row }) => row.familyName,
      text: ({ row }) => row.familyName,
    },
    {
      id: 'email',
      header: header('field.email'),
      cell: ({ row }) => row.email,
      text: ({ row }) => row.email,
    },
    {
      id: 'engagement',
      header: header('field.engagement'),
      cell: engagement,
      text: engagement,
    },
    {
      id: 'branch',
      header: header('field.branchId'),
      cell: branch,
      text: branch,
    },
    {
      id: 'hours',
      header: header('field.plannedHours'),
      align: 'right',
      cell: hours,
      text: hours,
    },
  ];
  return (
    <section>
      <h2 aria-live="polite">
        <FormattedMessage
          id="register.checked"
          values={{ count: rows.length, wrong, existing: count('EXISTING') }}
        />
      </h2>
      {wrong > 0 && (
        <p>
          <FormattedMessage id="register.mend" />
        </p>
      )}
      <DataTable
        caption={header('register.preview')}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row.line)}
      />
    </section>
  );
}
