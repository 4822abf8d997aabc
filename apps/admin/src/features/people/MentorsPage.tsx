import { MENTOR_STAGES, SECTORS } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { FIRST_PAGE, sortOf } from '@tandem/ui/list-state';
import { Status } from '@tandem/ui/Status';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { MentorsQuery, MentorSortField } from '../../gql/graphql.ts';
import { useBranchOptions } from './options.ts';
import type { MentorsSearch } from './people.routes.ts';
import { PeopleList } from './PeopleList.tsx';
import { usePersonColumns } from './person-columns.tsx';

const MENTORS = graphql(`
  query Mentors(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: MentorFilter
    $sort: MentorSort
  ) {
    mentors(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      totalCount
      hasMoreThanTotal
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          reference
          stage
          available
          sector
          workStatus
          branch {
            id
            name
          }
          stages {
            stage
            reachedOn
          }
          person {
            id
            name
            gender
            email
          }
        }
      }
    }
  }
`);
type Row = MentorsQuery['mentors']['edges'][number]['node'];

const SORTS: readonly MentorSortField[] = ['NAME', 'REFERENCE', 'BRANCH', 'INFO_SESSION'];

const route = getRouteApi('/mentors');

export function MentorsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const sort = sortOf(search, SORTS, { field: 'NAME', direction: 'ASC' });
  const filter = {
    search: search.q ?? null,
    stage: search.stage ?? null,
    branch: search.branch ?? null,
    sector: search.sector ?? null,
    available: search.available ?? null,
  };
  const list = useConnection(MENTORS, {
    place: search,
    variables: { filter, sort },
    pick: ({ mentors }) => mentors,
  });
  const patch = (change: Partial<MentorsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: change.q !== undefined });
  return (
    <PeopleList
      people="mentors"
      columns={columns}
      list={list}
      state={search}
      onState={patch}
      sort={sort}
      filters={<Filters search={search} onChange={(change) => patch({ ...FIRST_PAGE, ...change })} />}
      filtered={Object.values(filter).some((value) => value !== null)}
      onReset={() => void navigate({ search: search.cols === undefined ? {} : { cols: search.cols } })}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const intl = useIntl();
  const { word } = useWords();
  const sector = (row: Row) => row.sector && word('Sector', row.sector);
  const available = intl.formatMessage({ id: 'people.available' });
  return usePersonColumns<Row>({
    page: '/mentors/$id',
    stages: 'MentorStage',
    own: [
      {
        id: 'sector',
        header: intl.formatMessage({ id: 'people.column.sector' }),
        cell: sector,
        text: sector,
      },
      {
        id: 'available',
        header: intl.formatMessage({ id: 'people.column.available' }),
        cell: (row) => row.available && <Status tone="good">{available}</Status>,
        text: (row) => (row.available ? available : null),
      },
    ],
  });
}

interface FilterProps {
  readonly search: MentorsSearch;
  readonly onChange: (change: Partial<MentorsSearch>) => void;
}

function Filters({ search, onChange }: FilterProps) {
  const intl = useIntl();
  const { options } = useWords();
  const branches = useBranchOptions();
  const label = (id: string) => intl.formatMessage({ id: `people.column.${id}` });
  return (
    <>
      <FilterSelect
        label={label('stage')}
        options={options('MentorStage', MENTOR_STAGES)}
        value={search.stage}
        onChange={(value) => onChange({ stage: value })}
      />
      <FilterSelect
        label={label('sector')}
        options={options('Sector', SECTORS)}
        value={search.sector}
        onChange={(value) => onChange({ sector: value })}
      />
      <FilterSelect
        label={label('available')}
        options={[{ value: 'true', label: intl.formatMessage({ id: 'people.available' }) }]}
        value={search.available === true ? ['true'] : undefined}
        onChange={(value) => onChange({ available: value && true })}
      />
      {branches.length > 1 && (
        <FilterSelect
          label={label('branch')}
          options={branches}
          value={search.branch}
          onChange={(value) => onChange({ branch: value })}
        />
      )}
    </>
  );
}
