import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RegisterVolunteersMutation, VolunteerInput } from '../../gql/graphql.ts';
import type { PastedRow } from './pasted-rows.ts';

export interface CheckedRow {
  readonly row: PastedRow;
  readonly report: RegisterVolunteersMutation['registerVolunteers']['rows'][number] | undefined;
}

interface Props {
  readonly rows: readonly CheckedRow[];
  readonly inputOf: (row: PastedRow) => VolunteerInput;
  readonly branches: readonly { readonly value: string; readonly label: string }[];
}

/** Each line as it was understood, with everything that is wrong with it. */
export function RegistrationPreview({ rows, inputOf, branches }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id });
  const reasons = ({ report }: CheckedRow) =>
    report?.existing != null
      ? [header('register.existing')]
      : (report?.refusals.map(({ code, field }) => {
          const name = field?.split('.').at(-1);
          const words = header(`refusal.${code}`);
          return name === undefined ? words : `${header(`field.${name}`)}: ${words}`;
        }) ?? []);
  const wrong = rows.filter(
    ({ report }) => report?.existing == null && (report?.refusals.length ?? 0) > 0,
  ).length;
  const existing = rows.filter(({ report }) => report?.existing != null).length;
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
        const words = reasons(checked);
        const tone = checked.report?.existing != null ? 'info' : words.length > 0 ? 'bad' : 'good';
        return (
          <Status tone={tone}>
            {words.length > 0 ? words.join('; ') : <FormattedMessage id="register.ok" />}
          </Status>
        );
      },
      text: (checked) => reasons(checked).join('; '),
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
      cell: ({ row }) => word('Engagement', inputOf(row).engagement),
      text: ({ row }) => word('Engagement', inputOf(row).engagement),
    },
    {
      id: 'branch',
      header: header('field.branchId'),
      cell: ({ row }) => branches.find(({ value }) => value === inputOf(row).branchId)?.label,
      text: ({ row }) => branches.find(({ value }) => value === inputOf(row).branchId)?.label ?? null,
    },
  ];
  return (
    <section aria-live="polite">
      <h2>
        <FormattedMessage id="register.checked" values={{ count: rows.length, wrong, existing }} />
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
