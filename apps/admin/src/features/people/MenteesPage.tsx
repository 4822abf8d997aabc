import { EDUCATION_LEVELS, GENDERS, MENTEE_STAGES } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { FIRST_PAGE, sortOf } from '@tandem/ui/list-state';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { MenteesQuery, MenteeSortField } from '../../gql/graphql.ts';
import { useBranchOptions } from './options.ts';
import type { MenteesSearch } from './people.routes.ts';
import { PeopleList } from './PeopleList.tsx';
import { usePersonColumns } from './person-columns.tsx';

const MENTEES = graphql(`
  query Mentees(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: MenteeFilter
    $sort: MenteeSort
  ) {
    mentees(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
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
          educationLevel
          monthsOutOfWork
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
type Row = MenteesQuery['mentees']['edges'][number]['node'];

const SORTS: readonly MenteeSortField[] = ['NAME', 'REFERENCE', 'BRANCH', 'INFO_SESSION'];

const route = getRouteApi('/mentees');

export function MenteesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const sort = sortOf(search, SORTS, { field: 'NAME', direction: 'ASC' });
  const filter = {
    search: search.q ?? null,
    stage: search.stage ?? null,
    branch: search.branch ?? null,
    gender: search.gender ?? null,
    educationLevel: search.educationLevel ?? null,
  };
  const list = useConnection(MENTEES, {
    place: search,
    variables: { filter, sort },
    pick: ({ mentees }) => mentees,
  });
  const patch = (change: Partial<MenteesSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: change.q !== undefined });
  return (
    <PeopleList
      people="mentees"
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
  const education = ({ educationLevel }: Row) => educationLevel && word('EducationLevel', educationLevel);
  return usePersonColumns<Row>({
    page: '/mentees/$id',
    stages: 'MenteeStage',
    own: [
      {
        id: 'education',
        header: intl.formatMessage({ id: 'people.column.education' }),
        cell: education,
        text: education,
      },
      {
        id: 'monthsOutOfWork',
        header: intl.formatMessage({ id: 'people.column.monthsOutOfWork' }),
        align: 'right',
        cell: ({ monthsOutOfWork }) => monthsOutOfWork,
        text: ({ monthsOutOfWork }) => monthsOutOfWork,
      },
    ],
  });
}

interface FilterProps {
  readonly search: MenteesSearch;
  readonly onChange: (change: Partial<MenteesSearch>) => void;
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
        options={options('MenteeStage', MENTEE_STAGES)}
        value={search.stage}
        onChange={(value) => onChange({ stage: value })}
      />
      <FilterSelect
        label={label('education')}
        options={options('EducationLevel', EDUCATION_LEVELS)}
        value={search.educationLevel}
        onChange={(value) => onChange({ educationLevel: value })}
      />
      <FilterSelect
        label={label('gender')}
        options={options('Gender', GENDERS)}
        value={search.gender}
        onChange={(value) => onChange({ gender: value })}
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
