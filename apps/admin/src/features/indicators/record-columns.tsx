import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { RecordRowFragment } from '../../gql/graphql.ts';
import { useCriterionWords, type Criterion } from './criterion.ts';
import { useDuoColumns } from '../duos/duo-columns.tsx';

graphql(`
  fragment RecordRow on FigureRecord {
    key
    pseudonym
    standing
    cohortDay
    criterion
    branch {
      id
      name
    }
    startedOn
    closedOn
    closureReason
    gender
    educationLevel
    duo @include(if: $identified) {
      ...DuoRow
    }
  }
`);
type Row = RecordRowFragment;

/** Columns of duos that are shown at first. */
const SHOWN = new Set(['duo', 'reference', 'status', 'started', 'closed', 'branch']);

/** The records below a figure, each with whether it counts and on what that rests: of duos themselves, or under a pseudonym. */
export function useRecordColumns(criterion: readonly Criterion[]): readonly Column<Row>[] {
  const identified = useCan()('SEE_DUOS');
  const counting = useCounting();
  const named = useNamedColumns();
  const pseudonymous = usePseudonymousColumns();
  const [first, ...others] = identified ? named : pseudonymous;
  const { told, filed } = useCriterionWords();
  const reasons = criterion.map((one, index): Column<Row> => ({
    id: `criterion${index}`,
    header: one.name,
    ...(one.is === 'NUMBER' && { align: 'right' }),
    cell: (row) => told(one, row.criterion[index]),
    text: (row) => filed(one, row.criterion[index]),
  }));
  return [...(first ? [first] : []), counting, ...reasons, ...others];
}

const TONES = { COUNTED: 'good', NOT_COUNTED: 'neutral', UNKNOWN: 'neutral', NOT_YET: 'neutral' } as const;

/** Whether the numerator counts it. */
function useCounting(): Column<Row> {
  const intl = useIntl();
  const words = (standing: Row['standing']) => intl.formatMessage({ id: `indicators.counted.${standing}` });
  return {
    id: 'counted',
    header: intl.formatMessage({ id: 'indicators.counted' }),
    cell: ({ standing }) => <Status tone={TONES[standing]}>{words(standing)}</Status>,
    text: ({ standing }) => words(standing),
  };
}

/** The duos as everywhere else. */
function useNamedColumns(): readonly Column<Row>[] {
  return useDuoColumns().map(({ id, header, fixed, cell, text }) => ({
    id,
    header,
    fixed: fixed ?? false,
    hidden: !SHOWN.has(id),
    cell: ({ duo }) => duo && cell(duo),
    text: ({ duo }) => (duo ? text(duo) : ''),
  }));
}

/** What may be known of duos without knowing whose they are. */
function usePseudonymousColumns(): readonly Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const column = (id: string, header: string, text: (row: Row) => string): Column<Row> => ({
    id,
    header: intl.formatMessage({ id: header }),
    fixed: id === 'pseudonym',
    cell: (row) => (id === 'pseudonym' ? <code>{row.pseudonym.slice(0, 8)}</code> : text(row)),
    text,
  });
  // As the days of the criterion: what leaves the page is reckoned with.
  const day = (id: string, header: string, on: (row: Row) => string | null | undefined): Column<Row> => ({
    id,
    header: intl.formatMessage({ id: header }),
    cell: (row) => {
      const told = on(row);
      return told == null ? '' : format.day(told);
    },
    text: (row) => on(row) ?? '',
  });
  return [
    column('pseudonym', 'indicators.pseudonym', ({ pseudonym }) => pseudonym),
    day('started', 'duos.column.started', ({ startedOn }) => startedOn),
    day('closed', 'duos.column.closed', ({ closedOn }) => closedOn),
    column('closureReason', 'indicators.closureReason', ({ closureReason }) =>
      closureReason == null ? '' : word('ClosureReason', closureReason),
    ),
    column('branch', 'duos.column.branch', ({ branch }) => branch.name),
    column('gender', 'people.column.gender', ({ gender }) => (gender == null ? '' : word('Gender', gender))),
    column('education', 'people.column.education', ({ educationLevel }) =>
      educationLevel == null ? '' : word('EducationLevel', educationLevel),
    ),
  ];
}
