import { formerSources, type FormerSource } from '@tandem/domain/sroi';
import type { Row, Version } from './sroi.queries.ts';

/** Which sources of a row were said of another value than stands now. */
export function formerOf(row: Row): readonly FormerSource[] {
  return formerSources({ ...row, proxyCents: row.proxy.cents });
}

/** The row with the source of a number confirmed: it holds for the value that stands. */
export function confirmed(row: Row, number: FormerSource['number']): Row {
  if (number === 'proxy') return { ...row, proxySourceCents: row.proxy.cents };
  return {
    ...row,
    assumptions: row.assumptions.map((told) =>
      told.number === number ? { ...told, value: row[number] } : told,
    ),
  };
}

interface SourceToConfirm extends FormerSource {
  readonly row: Row;
  readonly source: string;
  readonly grade: Row['evidenceGrade'];
}

/** All sources of a version that were said of a former value, with what they say. */
export function sourcesToConfirm({ rows }: Version): readonly SourceToConfirm[] {
  return rows.flatMap((row) =>
    formerOf(row).map((former) => {
      const told = row.assumptions.find(({ number }) => number === former.number);
      return {
        ...former,
        row,
        source: told?.source ?? row.proxySource ?? '',
        grade: told?.grade ?? row.evidenceGrade,
      };
    }),
  );
}
