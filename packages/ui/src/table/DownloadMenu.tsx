import { Button, Menu, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';

interface Props<Format extends string> {
  readonly formats: readonly Format[];
  /** Makes the file and hands it out. */
  readonly onDownload: (format: Format) => Promise<void>;
  readonly button?: ButtonProps;
}

/** A choice of files; the button is busy while one is made. */
export function DownloadMenu<Format extends string>({ formats, onDownload, button }: Props<Format>) {
  const [busy, setBusy] = useState(false);
  const start = async (format: Format) => {
    setBusy(true);
    await onDownload(format).finally(() => setBusy(false));
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button leftSection={<IconDownload size={16} aria-hidden />} loading={busy} {...button}>
          <FormattedMessage id="table.export" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => void start(format)}>
            <FormattedMessage id={`table.export.${format}`} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
