import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { languageOf } from '@tandem/ui/locale';
import { useLocaleChoice } from '@tandem/ui/LocaleProvider';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { PURPOSES, type Purpose } from './privacy.queries.ts';
import { PurposeForm } from './PurposeForm.tsx';
import { useOpen } from './use-open.ts';

/** The register of purposes, each in its latest version. */
export function PurposesPanel() {
  const intl = useIntl();
  const { open, edit, close } = useOpen();
  const columns = useColumns(edit);
  const { data, error } = useQuery(PURPOSES);
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const latest = data?.purposes.filter((purpose) => purpose.latest);
  const edited = latest?.find(({ key }) => key === open);
  return (
    <>
      <Group justify="flex-end" mb="md">
        <Button onClick={() => edit('new')}>
          <FormattedMessage id="privacy.newPurpose" />
        </Button>
      </Group>
      <DataTable
        caption={intl.formatMessage({ id: 'privacy.tab.purposes' })}
        columns={columns}
        rows={latest}
        rowKey={({ id }) => id}
      />
      <FormDrawer
        title={intl.formatMessage({ id: edited === undefined ? 'privacy.newPurpose' : 'privacy.newVersion' })}
        opened={open === 'new' || edited !== undefined}
        onClose={close}
      >
        <PurposeForm purpose={edited} onDone={close} />
      </FormDrawer>
    </>
  );
}

function useColumns(edit: (key: string) => void): readonly Column<Purpose>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { locale } = useLocaleChoice();
  const language = languageOf(locale);
  const header = (id: string) => intl.formatMessage({ id: `privacy.column.${id}` });
  const list = (name: string, values: readonly string[]) =>
    intl.formatList(values.map((value) => word(name, value)));
  return [
    {
      id: 'purpose',
      header: header('purpose'),
      wrap: true,
      cell: ({ name, description }) => (
        <>
          <strong>{name[language]}</strong>
          <br />
          {description[language]}
        </>
      ),
      text: ({ name }) => name[language],
    },
    {
      id: 'data',
      header: header('data'),
      wrap: true,
      cell: ({ dataCategories, recipients }) => (
        <>
          {list('DataCategory', dataCategories)}
          <small>
            {header('recipients')}: {list('DataRecipient', recipients)}
          </small>
        </>
      ),
      text: ({ dataCategories }) => list('DataCategory', dataCategories),
    },
    {
      id: 'legalBasis',
      header: header('legalBasis'),
      cell: ({ legalBasis, version, fromDay }) => (
        <>
          {word('LegalBasis', legalBasis)}
          <small>
            {header('version')}{' '}
            <FormattedMessage id="privacy.versionFrom" values={{ version, day: format.day(fromDay) }} />
          </small>
        </>
      ),
      text: ({ legalBasis }) => word('LegalBasis', legalBasis),
    },
    {
      id: 'edit',
      header: header('edit'),
      cell: ({ key, name }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${intl.formatMessage({ id: 'privacy.newVersion' })}: ${name[language]}`}
          onClick={() => edit(key)}
        >
          <FormattedMessage id="privacy.newVersion" />
        </Button>
      ),
      text: () => null,
    },
  ];
}
