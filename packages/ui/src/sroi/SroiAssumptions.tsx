import { weighs } from '@tandem/domain/sroi';
import {
  SROI_ASSUMPTIONS,
  type EvidenceGrade as Grade,
  type SroiAssumption,
  type SroiNumber,
} from '@tandem/domain/vocabulary';
import { useIntl } from 'react-intl';
import { useWords } from '../i18n/words.ts';
import { Section } from '../shell/Section.tsx';
import type { Column } from '../table/column.ts';
import type { About } from '../table/about.ts';
import { FiledTable } from '../table/FiledTable.tsx';
import { EvidenceGrade } from './EvidenceGrade.tsx';
import { useNumberWords } from './use-number-words.ts';

interface Row extends Readonly<Record<SroiAssumption, number>> {
  readonly key: string;
  readonly quantityMetric?: string | null | undefined;
  readonly outcome: string;
  readonly assumptions: readonly {
    readonly number: SroiNumber;
    /** The value of which it was said. */
    readonly value: number;
    readonly grade: Grade;
    readonly source: string;
  }[];
}
interface Line {
  readonly row: Row;
  readonly number: SroiAssumption;
  readonly grade: Grade | undefined;
  readonly source: string;
}

interface Props {
  readonly rows: readonly Row[];
  /** Of which version they are, for the file. */
  readonly about: About;
}

/** On what the numbers of a value map stand that are taken to be so, each with its grade and its source. */
export function SroiAssumptions({ rows, about }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const numberWords = useNumberWords();
  const words = (id: string) => intl.formatMessage({ id });
  const lines = rows.flatMap((row) =>
    SROI_ASSUMPTIONS.flatMap((number): Line[] => {
      const told = row.assumptions.find((assumption) => assumption.number === number);
      if (told === undefined && !weighs(row, number)) return [];
      if (told === undefined) return [{ row, number, grade: undefined, source: words('sroi.unsaid') }];
      const { grade, source, value } = told;
      const former = value !== row[number] && (number !== 'quantity' || row.quantityMetric == null);
      const of = { source, former: numberWords(number, value) };
      return [
        { row, number, grade, source: former ? intl.formatMessage({ id: 'sroi.saidOf' }, of) : source },
      ];
    }),
  );
  const outcome: Column<Line> = {
    id: 'outcome',
    header: words('field.outcome'),
    wrap: true,
    cell: ({ row }) => row.outcome,
    text: ({ row }) => row.outcome,
  };
  const columns: readonly Column<Line>[] = [
    ...(rows.length > 1 ? [outcome] : []),
    {
      id: 'number',
      header: words('sroi.number'),
      cell: ({ number }) => words(`field.${number}`),
      text: ({ number }) => words(`field.${number}`),
    },
    {
      id: 'value',
      header: words('field.value'),
      align: 'right',
      cell: ({ row, number }) => numberWords(number, row[number]),
      text: ({ row, number }) => row[number],
    },
    {
      id: 'grade',
      header: words('field.evidenceGrade'),
      cell: ({ grade }) => (grade === undefined ? '–' : <EvidenceGrade grade={grade} />),
      text: ({ grade }) => (grade === undefined ? null : word('EvidenceGrade', grade)),
    },
    {
      id: 'source',
      header: words('field.source'),
      wrap: true,
      cell: ({ source }) => source,
      text: ({ source }) => source,
    },
  ];
  return (
    <Section folds title={words('sroi.assumptions')} about={words('sroi.assumptionsAbout')}>
      <FiledTable
        caption={words('sroi.assumptions')}
        columns={columns}
        rows={lines}
        rowKey={({ row, number }) => `${row.key}:${number}`}
        fileName="sroi-assumptions"
        about={{
          ...about,
          definition: [about.definition, words('sroi.assumptionsAbout')].filter(Boolean).join(' '),
        }}
      />
    </Section>
  );
}
