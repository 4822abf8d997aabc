import { Button, FileButton } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { FormattedMessage } from 'react-intl';
import classes from './Imports.module.css';

/** Takes files that are dropped or chosen. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong>
        <FormattedMessage id="imports.drop" />
      </strong>
      <p>
        <FormattedMessage id="imports.dropAbout" />
      </p>
      <FileButton multiple accept=".csv,.tsv,.txt" onChange={(files) => files.length > 0 && onFiles(files)}>
        {(props) => (
          <Button {...props}>
            <FormattedMessage id="imports.choose" />
          </Button>
        )}
      </FileButton>
    </section>
  );
}
