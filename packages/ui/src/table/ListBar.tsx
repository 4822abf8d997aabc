import { Button, Checkbox, CloseButton, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconColumns3, IconFilter, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './ListBar.module.css';
import type { Column } from './column.ts';
import { DATA_FORMATS, type DataFormat } from './data-files.ts';
import { DownloadMenu } from './DownloadMenu.tsx';

interface Props<Row> {
  readonly search?:
    | { readonly value: string; readonly label: string; readonly onChange: (value: string) => void }
    | undefined;
  /** FilterSelects. */
  readonly filters?: ReactNode;
  /** Given when something is filtered. */
  readonly onReset?: (() => void) | undefined;
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  readonly onColumns: (ids: readonly string[]) => void;
  /** Writes the list as seen to a file. */
  readonly onExport: (format: DataFormat) => Promise<void>;
}

/** What stands above a list: search, filters, columns, and the file of what is seen. */
export function ListBar<Row>({ search, filters, onReset, columns, shown, onColumns, onExport }: Props<Row>) {
  // A reset clears what is typed and not yet looked for, too.
  const [resets, setResets] = useState(0);
  // On a phone the filters are folded, so that the list itself is seen.
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.bar}>
      {search && <SearchField key={resets} {...search} />}
      {filters !== undefined && (
        <Button
          variant="default"
          className={classes.toggle ?? ''}
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <FormattedMessage id={onReset === undefined ? 'table.filters' : 'table.filtersActive'} />
        </Button>
      )}
      <div className={classes.filters} data-open={open || undefined}>
        {filters}
        {onReset && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setResets(resets + 1);
              onReset();
            }}
          >
            <FormattedMessage id="table.reset" />
          </Button>
        )}
      </div>
      <Group gap="xs" ml="auto" wrap="nowrap">
        <ColumnChoice columns={columns} shown={shown} onColumns={onColumns} />
        <DownloadMenu formats={DATA_FORMATS} onDownload={onExport} button={{ variant: 'default' }} />
      </Group>
    </div>
  );
}

/** What is typed is looked for once the hand rests. */
const PAUSE_MILLISECONDS = 250;

function SearchField({ value, label, onChange }: NonNullable<Props<unknown>['search']>) {
  const intl = useIntl();
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const [seen, setSeen] = useState(value);
  const later = useDebouncedCallback((next: string) => {
    setAsked(next);
    onChange(next);
  }, PAUSE_MILLISECONDS);
  if (value !== seen) {
    setSeen(value);
    // What was asked for comes back through the address bar while more is typed; anything else is a link, or Back.
    if (value !== asked) {
      setAsked(value);
      setText(value);
    }
  }
  const change = (next: string) => {
    setText(next);
    later(next);
  };
  return (
    <TextInput
      type="search"
      className={classes.search ?? ''}
      placeholder={label}
      aria-label={label}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      // Who follows a link before the hand has rested leaves the list: a search would lead back to it.
      onBlur={({ relatedTarget }) => relatedTarget instanceof HTMLAnchorElement && later.cancel()}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text !== '' && (
          <CloseButton
            size="sm"
            aria-label={intl.formatMessage({ id: 'table.clearSearch' })}
            onClick={() => change('')}
          />
        )
      }
    />
  );
}

function ColumnChoice<Row>({
  columns,
  shown,
  onColumns,
}: Pick<Props<Row>, 'columns' | 'shown' | 'onColumns'>) {
  const ids = shown.map(({ id }) => id);
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          <FormattedMessage id="table.columns" />
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {columns.map(({ id, header, fixed }) => (
            <Checkbox
              key={id}
              label={header}
              disabled={fixed ?? false}
              checked={ids.includes(id)}
              onChange={(event) =>
                onColumns(event.currentTarget.checked ? [...ids, id] : ids.filter((other) => other !== id))
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
