import { Button, Group, TextInput } from '@mantine/core';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { resultOf } from '@tandem/metrics/sroi/result';
import { scenarioResults, scenariosOf } from '@tandem/metrics/sroi/scenarios';
import type { About } from '@tandem/ui/about';
import type { Column } from '@tandem/ui/column';
import { SroiScenarios } from '@tandem/ui/SroiScenarios';
import type { ScenarioLine } from '@tandem/ui/sroi-steps';
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

interface Line extends ScenarioLine {
  /** Among the scenarios; undefined for the map as it is. */
  readonly index: number | undefined;
}

/** The map as it is, and under each scenario, side by side. What is being typed can be kept as another one. */
export function Scenarios({ version, saved, onChange, about }: Props) {
  const intl = useIntl();
  const map = mapOf(version);
  const words = (id: string) => intl.formatMessage({ id });
  const known = scenariosOf(map, version.scenarios);
  const remove: Column<Line> = {
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
  };
  return (
    <SroiScenarios<Line>
      map={{ name: words('sroi.asItIs'), changes: [], result: resultOf(map), index: undefined }}
      scenarios={scenarioResults(map, known).map(({ scenario: { name, changes }, result }, index) => ({
        name,
        changes,
        result,
        index,
      }))}
      outcomeOf={(row) => version.rows.find(({ key }) => key === row)?.outcome ?? ''}
      about={about}
      explained={words('sroi.scenariosAbout')}
      actions={version.viewerCanEdit && known.length > 0 ? remove : undefined}
    >
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
    </SroiScenarios>
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
