import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';

interface Bearer {
  readonly branchName: string;
  readonly grantId?: string | null | undefined;
  readonly grantReference?: string | null | undefined;
}

/** Who bears cost: a branch, and the grant that pays, with the way to it. */
export function useBearerColumns(): readonly Column<Bearer>[] {
  const intl = useIntl();
  const noGrant = intl.formatMessage({ id: 'allocation.noGrant' });
  return [
    {
      id: 'branch',
      header: intl.formatMessage({ id: 'allocation.column.branch' }),
      cell: ({ branchName }) => branchName,
      text: ({ branchName }) => branchName,
    },
    {
      id: 'grant',
      header: intl.formatMessage({ id: 'allocation.column.grant' }),
      cell: ({ grantId, grantReference }) =>
        grantId == null ? (
          noGrant
        ) : (
          <Link to="/money/grants/$id" params={{ id: grantId }}>
            {grantReference}
          </Link>
        ),
      text: ({ grantReference }) => grantReference ?? noGrant,
    },
  ];
}

/** What of a line is borne. */
export function usePartColumn(): Column<{ readonly cents: number }> {
  const intl = useIntl();
  const format = useFormat();
  return {
    id: 'part',
    header: intl.formatMessage({ id: 'allocation.column.part' }),
    align: 'right',
    as: 'money',
    cell: ({ cents }) => format.money(cents, { exact: true }),
    text: ({ cents }) => cents / 100,
  };
}
