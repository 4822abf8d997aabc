import { Button } from '@mantine/core';
import { DomainForm } from '@tandem/ui/DomainForm';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { FormattedMessage, useIntl } from 'react-intl';
import { rowOf, rowWords, wordsOf } from './row-form.ts';
import { RowFacts } from './RowFacts.tsx';
import { RowFields } from './RowFields.tsx';
import type { Row } from './sroi.queries.ts';

interface Props {
  /** The row that is opened; nothing while the drawer is closed. */
  readonly row: Row | undefined;
  readonly isNew: boolean;
  readonly editable: boolean;
  /** Indicators that count something, by what they are called. */
  readonly counts: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
  readonly onSave: (row: Row) => void;
  readonly onRemove: (() => void) | undefined;
}

/** What a row is about, on what it stands and how sure it is. */
export function RowDrawer({ row, isNew, editable, counts, onClose, onSave, onRemove }: Props) {
  const intl = useIntl();
  const title = intl.formatMessage({
    id: isNew ? 'sroi.addRow' : editable ? 'sroi.changeRow' : 'sroi.row',
  });
  return (
    <FormDrawer title={title} opened={row !== undefined} onClose={onClose}>
      {row !== undefined && !editable && <RowFacts row={row} counts={counts} />}
      {row !== undefined && editable && (
        <>
          <DomainForm
            schema={rowWords}
            draftKey={`sroi-row.${isNew ? 'new' : row.key}`}
            defaultValues={wordsOf(row)}
            submitLabel={title}
            onSubmit={(words) => {
              onSave(rowOf(row, words));
              return Promise.resolve(undefined);
            }}
          >
            <RowFields row={row} counts={counts} />
          </DomainForm>
          {onRemove && (
            <Button variant="subtle" color="red" mt="md" onClick={onRemove}>
              <FormattedMessage id="sroi.removeRow" values={{ outcome: row.outcome }} />
            </Button>
          )}
        </>
      )}
    </FormDrawer>
  );
}
