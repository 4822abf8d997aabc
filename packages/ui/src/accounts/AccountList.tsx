import { useQuery } from '@apollo/client/react';
import { isPartnerRole, ROLES } from '@tandem/domain/capabilities';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { EmptyState } from '../feedback/EmptyState.tsx';
import { Status } from '../feedback/Status.tsx';
import type { AccountFieldsFragment } from '../gql/graphql.ts';
import { useFormat } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { useViewer } from '../session/viewer.ts';
import type { Column } from '../table/column.ts';
import { FilterSelect } from '../table/FilterSelect.tsx';
import { RecordList } from '../table/RecordList.tsx';
import { useWholeList } from '../table/use-whole-list.ts';
import { ACCOUNT_STATES, type AccountsSearch } from './accounts-search.ts';
import { ACCOUNTS } from './accounts.queries.ts';
import { placeOf } from './position.ts';

export interface AccountListProps {
  readonly search: AccountsSearch;
  readonly onSearch: (patch: Partial<AccountsSearch>) => void;
  readonly onReset: () => void;
  /** Leads to an account, in the router's own component. */
  readonly link: (id: string, words: ReactNode) => ReactNode;
}

/** Accounts, with who may sign in and how: all of them, or for a partner its members'. */
export function AccountList({ search, onSearch, onReset, link }: AccountListProps) {
  const intl = useIntl();
  const { options } = useWords();
  const { partner } = useViewer();
  const { data, error } = useQuery(ACCOUNTS);
  const columns = useColumns(link);
  const kept = data?.accounts.filter(
    ({ role, disabled }) =>
      (search.role?.includes(role) ?? true) &&
      (search.state?.includes(disabled ? 'DISABLED' : 'ACTIVE') ?? true),
  );
  const { list, sort } = useWholeList({ rows: kept, error, columns, state: search, sortedBy: 'name' });
  const filtered = [search.q, search.role, search.state].some((value) => value !== undefined);
  const caption = intl.formatMessage({ id: 'accounts.title' });
  return (
    <RecordList
      caption={caption}
      fileName="accounts"
      columns={columns}
      rowKey={({ id }) => id}
      state={search}
      onState={onSearch}
      sort={sort}
      list={list}
      searchLabel={intl.formatMessage({ id: 'accounts.search' })}
      filters={
        <>
          <FilterSelect
            label={intl.formatMessage({ id: 'field.role' })}
            options={options('Role', partner === null ? ROLES : ROLES.filter(isPartnerRole))}
            value={search.role}
            onChange={(role) => onSearch({ role })}
          />
          <FilterSelect
            label={intl.formatMessage({ id: 'accounts.column.state' })}
            options={options('AccountState', ACCOUNT_STATES)}
            value={search.state}
            onChange={(state) => onSearch({ state })}
          />
        </>
      }
      onReset={filtered ? onReset : undefined}
      empty={<EmptyState title={intl.formatMessage({ id: 'table.nothingFits' })} />}
    />
  );
}

function useColumns(link: AccountListProps['link']): readonly Column<AccountFieldsFragment>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { partner } = useViewer();
  const header = (id: string) => intl.formatMessage({ id: `accounts.column.${id}` });
  const state = ({ disabled }: AccountFieldsFragment) =>
    word('AccountState', disabled ? 'DISABLED' : 'ACTIVE');
  const secondFactor = ({ hasSecondFactor }: AccountFieldsFragment) =>
    intl.formatMessage({ id: hasSecondFactor ? 'value.yes' : 'value.no' });
  const columns: readonly Column<AccountFieldsFragment>[] = [
    {
      id: 'name',
      header: header('name'),
      sort: 'name',
      fixed: true,
      cell: ({ id, name }) => link(id, name),
      text: ({ name }) => name,
    },
    {
      id: 'email',
      header: header('email'),
      sort: 'email',
      cell: ({ email }) => email,
      text: ({ email }) => email,
    },
    {
      id: 'role',
      wrap: true,
      header: intl.formatMessage({ id: 'field.role' }),
      sort: 'role',
      cell: ({ role }) => word('Role', role),
      text: ({ role }) => word('Role', role),
    },
    {
      id: 'place',
      wrap: true,
      header: header('place'),
      sort: 'place',
      cell: (account) => placeOf(intl, account) ?? '',
      text: (account) => placeOf(intl, account) ?? '',
    },
    {
      id: 'secondFactor',
      header: intl.formatMessage({ id: 'secondFactor.title' }),
      sort: 'secondFactor',
      cell: secondFactor,
      text: secondFactor,
    },
    {
      id: 'state',
      header: header('state'),
      sort: 'state',
      cell: (account) => (account.disabled ? <Status tone="bad">{state(account)}</Status> : state(account)),
      text: state,
    },
    {
      id: 'createdAt',
      header: header('createdAt'),
      sort: 'createdAt',
      hidden: true,
      cell: ({ createdAt }) => format.instant(createdAt),
      text: ({ createdAt }) => createdAt,
    },
  ];
  return columns.filter(({ id }) => partner === null || id !== 'place');
}
