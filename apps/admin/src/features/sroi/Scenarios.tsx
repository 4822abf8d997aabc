import { Button, Group, TextInput } from '@mantine/core';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { resultOf, type SroiResult } from '@tandem/metrics/sroi/result';
import { scenarioResults } from '@tandem/metrics/sroi/scenarios';
import type { About } from '@tandem/ui/about';
import type { Column } from '@tandem/ui/column';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useNumberWords } from '@tandem/ui/use-number-words';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { changedNumbers } from './draft.ts';
import type { Version } from './sroi.queries.ts';

interface Props {
  readonly version: Version;
  /** What is saved, where something else is being typed. */
  readonly saved: Version | undefined;
  readonly onChange: (version: Version) => void;
  readonly about: About;
}

interface Line {
  readonly name: string;
  readonly changes: Version['scenarios'][number]['changes'];
  readonly result: SroiResult;
  /** Among the scenarios; undefined for the map as it is. */
  readonly index: number | undefined;
}

/** The map as it is, and under each scenario, side by side. What is being typed can be kept as another one. */
export function Scenarios({ version, saved, onChange, about }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const numberWords = useNumberWords();
  const map = mapOf(version);
  const words = (id: string) => intl.formatMessage({ id });
  const known = version.scenarios.map((scenario) => ({
    ...scenario,
    changes: scenario.changes.filter(({ row }) => map.rows.some(({ key }) => key === row)),
  }));
  const lines: Line[] = [
    { name: words('sroi.asItIs'), changes: [], result: resultOf(map), index: undefined },
    ...scenarioResults(map, known).map(({ scenario, result }, index) => ({ ...scenario, result, index })),
  ];
  const said = ({ changes }: Line) =>
    changes
      .map(({ row, parameter, value }) =>
        intl.formatMessage(
          { id: 'sroi.sets' },
          {
            field: words(`field.${parameter}`),
            outcome: version.rows.find(({ key }) => key === row)?.outcome ?? '',
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
  const columns: Column<Line>[] = [
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
  ];
  if (version.viewerCanEdit && known.length > 0)
    columns.push({
      id: 'remove',
      header: words('action.remove'),
      only: 'page',
      align: 'right',
      cell: ({ index, name }) =>
        index !== undefined && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={intl.formatMessage({ id: 'sroi.removeScenario' }, { name })}
            onClick={() =>
              onChange({ ...version, scenarios: version.scenarios.filter((_, at) => at !== index) })
            }
          >
            <FormattedMessage id="action.remove" />
          </Button>
        ),
      text: () => null,
    });
  return (
    <Section folds title={words('sroi.scenarios')} about={words('sroi.scenariosAbout')}>
      <FiledTable
        caption={words('sroi.scenarios')}
        columns={columns}
        rows={lines}
        rowKey={({ index, name }) => `${index ?? 'map'}:${name}`}
        fileName="sroi-scenarios"
        about={about}
      />
      {saved !== undefined && (
        <KeepAsScenario
          onKeep={(name) =>
            onChange({
              ...saved,
              scenarios: [
                ...version.scenarios,
                {
                  __typename: 'SroiScenario',
                  name,
                  changes: changedNumbers(saved, version).map((change) => ({
                    __typename: 'SroiScenarioChange',
                    ...change,
                  })),
                },
              ],
            })
          }
        />
      )}
    </Section>
  );
}

function KeepAsScenario({ onKeep }: { readonly onKeep: (name: string) => void }) {
  const intl = useIntl();
  const [name, setName] = useState('');
  return (
    <Group mt="sm" align="end">
      <TextInput
        label={intl.formatMessage({ id: 'sroi.scenarioName' })}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={name.trim() === ''}
        onClick={() => {
          onKeep(name.trim());
          setName('');
        }}
      >
        <FormattedMessage id="sroi.keepAsScenario" />
      </Button>
    </Group>
  );
}
