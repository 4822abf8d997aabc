import { NativeSelect } from '@mantine/core';
import { useIntl } from 'react-intl';
import type { Metric } from './indicator.queries.ts';

interface Props {
  readonly metric: Metric;
  /** The former version that is asked for; undefined for the one in force. */
  readonly value: number | undefined;
  readonly onChange: (version: number | undefined) => void;
}

/** By which version of its definition an indicator is counted; nothing where it has only one. */
export function VersionChoice({ metric: { version, formerVersions }, value, onChange }: Props) {
  const intl = useIntl();
  if (formerVersions.length === 0) return null;
  return (
    <NativeSelect
      label={intl.formatMessage({ id: 'indicators.version' })}
      value={value ?? version}
      data={[version, ...formerVersions.map((former) => former.version)].map((number) => ({
        value: String(number),
        label: intl.formatMessage(
          { id: number === version ? 'indicators.version.inForce' : 'indicators.version.former' },
          { version: number },
        ),
      }))}
      onChange={(event) => {
        const chosen = Number(event.currentTarget.value);
        onChange(chosen === version ? undefined : chosen);
      }}
    />
  );
}
