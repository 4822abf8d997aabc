import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { DefinitionFacts } from './DefinitionFacts.tsx';
import type { FigureResult } from './figure.ts';
import classes from './FigureTile.module.css';

/** Opens a figure's definition: what is counted, over whom, as of when, how sure. */
export function Explanation({ result }: { readonly result: FigureResult }) {
  const intl = useIntl();
  const { name, says } = result.definition;
  return (
    <Popover width={380} shadow="md" trapFocus position="bottom-end">
      <Popover.Target>
        <ActionIcon size="sm" aria-label={intl.formatMessage({ id: 'figure.explain' }, { name })}>
          <IconInfoCircle size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <div className={classes.explain}>
          <h3>{name}</h3>
          <p>{says}</p>
          <DefinitionFacts results={[result]} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
