import { useQuery } from '@apollo/client/react';
import type { ConsentStatus } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { languageOf } from '@tandem/ui/locale';
import { useLocaleChoice } from '@tandem/ui/LocaleProvider';
import { Status, type Tone } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { PURPOSES, type PersonPrivacy } from './privacy.queries.ts';

type Consent = PersonPrivacy['consents'][number];
const TONES: Readonly<Record<ConsentStatus, Tone>> = { GIVEN: 'good', ASKED: 'neutral', WITHDRAWN: 'bad' };

/** What a person said to the purposes, the latest first. */
export function ConsentTable({ person }: { readonly person: PersonPrivacy }) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { locale } = useLocaleChoice();
  const { data } = useQuery(PURPOSES);
  const header = (id: string) => intl.formatMessage({ id: `privacy.column.${id}` });
  const nameOf = (wanted: string) =>
    data?.purposes.find(({ key }) => key === wanted)?.name[languageOf(locale)] ?? wanted;
  const isOutdated = ({ purpose, version }: Consent) =>
    data?.purposes.some((latest) => latest.key === purpose && latest.version > version) ?? false;
  const columns: readonly Column<Consent>[] = [
    {
      id: 'purpose',
      header: header('purpose'),
      cell: ({ purpose }) => nameOf(purpose),
      text: ({ purpose }) => nameOf(purpose),
    },
    {
      id: 'status',
      header: header('status'),
      cell: ({ status }) => <Status tone={TONES[status]}>{word('ConsentStatus', status)}</Status>,
      text: ({ status }) => word('ConsentStatus', status),
    },
    {
      id: 'onDay',
      header: header('onDay'),
      cell: ({ onDay }) => (onDay == null ? '–' : format.day(onDay)),
      text: ({ onDay }) => onDay ?? null,
    },
    {
      id: 'version',
      header: header('version'),
      cell: (consent) =>
        isOutdated(consent) ? (
          <FormattedMessage id="privacy.outdated" values={{ version: consent.version }} />
        ) : (
          format.number(consent.version)
        ),
      text: ({ version }) => version,
    },
    {
      id: 'by',
      header: header('by'),
      cell: ({ recordedBy }) => recordedBy ?? <FormattedMessage id="privacy.byImport" />,
      text: ({ recordedBy }) => recordedBy ?? null,
    },
  ];
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'privacy.consents' })}
      columns={columns}
      rows={person.consents}
      rowKey={({ id }) => id}
      empty={<EmptyState title={intl.formatMessage({ id: 'privacy.noConsents' })} />}
    />
  );
}
