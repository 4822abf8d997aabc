import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useIntl } from 'react-intl';

export interface PaletteAction {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly run: () => void;
}

export function openPalette(): void {
  spotlight.open();
}

/** What can be done or opened from anywhere, by its first letters (Ctrl K). */
export function Palette({ actions }: { readonly actions: readonly PaletteAction[] }) {
  const intl = useIntl();
  return (
    <Spotlight
      shortcut={['mod + K']}
      highlightQuery
      nothingFound={intl.formatMessage({ id: 'palette.nothing' })}
      searchProps={{
        placeholder: intl.formatMessage({ id: 'palette.search' }),
        'aria-label': intl.formatMessage({ id: 'palette.search' }),
      }}
      actions={actions.map(({ id, label, description, run }) => ({
        id,
        label,
        onClick: run,
        ...(description !== undefined && { description }),
      }))}
    />
  );
}
