import { useIntl } from 'react-intl';
import { languageOf } from '../i18n/locale.ts';
import { useLocaleChoice } from '../i18n/LocaleProvider.tsx';
import { aboutLines, type About } from './about.ts';
import { columnsOfFile, type Column } from './column.ts';
import { toCsv } from './csv.ts';
import { toXlsx } from './xlsx.ts';

export const DATA_FORMATS = ['csv', 'xlsx'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

interface Table<Row> {
  /** What the rows are, in a sentence or a name. */
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly about?: About | undefined;
}

/**
 * Writes a table to a file in the reader's language: the one way for lists and for charts. Each file says what it is: a
 * workbook on a second sheet, a CSV below its data.
 */
export function useDataFile() {
  const intl = useIntl();
  const { locale } = useLocaleChoice();
  return async <Row>(format: DataFormat, table: Table<Row>): Promise<Blob> => {
    const { title, rows, about } = table;
    const columns = columnsOfFile(table.columns).map((column) => ({
      ...column,
      header: column.fileHeader ?? column.header,
    }));
    const words = (id: string) => intl.formatMessage({ id });
    const lines = [
      { name: words('about.title'), value: title },
      ...aboutLines({ link: window.location.href, ...about }, intl),
    ];
    if (format === 'csv')
      return new Blob([toCsv(columns, rows, languageOf(locale), lines)], { type: 'text/csv;charset=utf-8' });
    const sheets = [words('about.sheet.data'), words('about.sheet.about')] as const;
    return await toXlsx({ columns, rows, sheets, about: lines });
  };
}
