import type { Gender } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';

/** What mentees and mentors are both listed with. */
export interface ListedPerson {
  readonly id: string;
  readonly reference: string;
  readonly stage: string;
  readonly stages: readonly { readonly stage: string; readonly reachedOn: string }[];
  readonly branch: { readonly name: string };
  readonly person: { readonly name: string; readonly gender: Gender | null; readonly email: string | null };
}

interface Options<Row> {
  readonly page: '/mentees/$id' | '/mentors/$id';
  readonly stages: 'MenteeStage' | 'MentorStage';
  /** What only these people have; stands after the stage. */
  readonly own: readonly Column<Row>[];
}

/** The columns of a list of people. */
export function usePersonColumns<Row extends ListedPerson>({
  page,
  stages,
  own,
}: Options<Row>): readonly Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `people.column.${id}` });
  const infoSession = (row: Row) => row.stages.find(({ stage }) => stage === 'INFO_SESSION')?.reachedOn;
  const gender = ({ person }: Row) => person.gender && word('Gender', person.gender);
  return [
    {
      id: 'name',
      header: header('name'),
      sort: 'NAME',
      fixed: true,
      cell: (row) => (
        <Link to={page} params={{ id: row.id }} data-row-link="">
          {row.person.name}
        </Link>
      ),
      text: (row) => row.person.name,
    },
    {
      id: 'reference',
      header: header('reference'),
      sort: 'REFERENCE',
      cell: (row) => row.reference,
      text: (row) => row.reference,
    },
    {
      id: 'stage',
      header: header('stage'),
      cell: (row) => <Status>{word(stages, row.stage)}</Status>,
      text: (row) => word(stages, row.stage),
    },
    ...own,
    {
      id: 'infoSession',
      header: header('infoSession'),
      sort: 'INFO_SESSION',
      cell: (row) => {
        const day = infoSession(row);
        return day === undefined ? '' : format.day(day);
      },
      text: (row) => infoSession(row) ?? null,
    },
    {
      id: 'branch',
      header: header('branch'),
      sort: 'BRANCH',
      cell: (row) => row.branch.name,
      text: (row) => row.branch.name,
    },
    { id: 'gender', header: header('gender'), hidden: true, cell: gender, text: gender },
    {
      id: 'email',
      header: header('email'),
      hidden: true,
      cell: (row) => row.person.email,
      text: (row) => row.person.email,
    },
  ];
}
