import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import { Section } from '../shell/Section.tsx';
import type { About } from '../table/about.ts';
import type { Column } from '../table/column.ts';
import { FiledTable } from '../table/FiledTable.tsx';
import type { ScenarioLine } from './steps.ts';
import { useNumberWords } from './use-number-words.ts';

interface Props<Line extends ScenarioLine> {
  /** The scenarios, in their order. */
  readonly scenarios: readonly Line[];
  /** The map as none of them changes it. */
  readonly map: Line;
  /** What a row is about, by its key. */
  readonly outcomeOf: (row: string) => string;
  readonly about: About;
  readonly explained: string;
  /** What can be done with a scenario. */
  readonly actions?: Column<Line> | undefined;
  /** Below the table. */
  readonly children?: ReactNode;
}

/** The map as it is, and under each scenario, side by side. */
export function SroiScenarios<Line extends ScenarioLine>({
  scenarios,
  map,
  outcomeOf,
  about,
  explained,
  actions,
  children,
}: Props<Line>) {
  const intl = useIntl();
  const format = useFormat();
  const numberWords = useNumberWords();
  const words = (id: string) => intl.formatMessage({ id });
  const said = ({ changes }: Line) =>
    changes
      .map(({ row, parameter, value }) =>
        intl.formatMessage(
          { id: 'sroi.sets' },
          {
            field: words(`field.${parameter}`),
            outcome: outcomeOf(row),
            value: numberWords(parameter, value),
          },
        ),
      )
      .join('; ');
  const ratio = (id: 'grossRatio' | 'netRatio'): Column<Line> => ({
    id,
    header: words(`sroi.${id}`),
    align: 'right',
    cell: ({ result }) => {
      const value = result[id];
      return value === null ? '–' : format.value(value, 'RATIO');
    },
    text: ({ result }) => result[id],
  });
  const columns: readonly Column<Line>[] = [
    {
      id: 'name',
      header: words('sroi.scenario'),
      wrap: true,
      cell: (line) => (
        <>
          {line.name}
          {line.changes.length > 0 && (
            <>
              <br />
              <small>{said(line)}</small>
            </>
          )}
        </>
      ),
      text: ({ name }) => name,
    },
    { id: 'changes', header: words('sroi.change'), only: 'file', cell: said, text: said },
    ratio('grossRatio'),
    ratio('netRatio'),
    {
      id: 'netPresentValue',
      header: words('sroi.netPresentValue'),
      align: 'right',
      cell: ({ result }) => format.money(result.netPresentValue),
      text: ({ result }) => result.netPresentValue / 100,
    },
    {
      id: 'payback',
      header: words('sroi.paybackMonths'),
      align: 'right',
      cell: ({ result }) => (result.paybackMonths === null ? '–' : format.number(result.paybackMonths, 1)),
      text: ({ result }) => result.paybackMonths,
    },
    ...(actions === undefined ? [] : [actions]),
  ];
  const rows = [map, ...scenarios];
  return (
    <Section folds title={words('sroi.scenarios')} about={explained}>
      <FiledTable
        caption={words('sroi.scenarios')}
        columns={columns}
        rows={rows}
        rowKey={(line) => String(rows.indexOf(line))}
        fileName="sroi-scenarios"
        about={about}
      />
      {children}
    </Section>
  );
}
