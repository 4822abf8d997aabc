import { Alert, Button, Group } from '@mantine/core';
import { EvidenceGrade } from '@tandem/ui/EvidenceGrade';
import { useNumberWords } from '@tandem/ui/use-number-words';
import { FormattedMessage, useIntl } from 'react-intl';
import { numberOf } from './draft.ts';
import { confirmed, sourcesToConfirm } from './sources.ts';
import type { Row, Version } from './sroi.queries.ts';
import classes from './Sroi.module.css';

interface Props {
  readonly version: Version;
  readonly onChange: (version: Version) => void;
  readonly onOpen: (row: Row) => void;
}

/**
 * Numbers that were changed since their source was said of them: each is confirmed, or gets another source. Stands below the map, so that
 * the cell that is typed into stays where it is.
 */
export function SourcesToConfirm({ version, onChange, onOpen }: Props) {
  const intl = useIntl();
  const numberWords = useNumberWords();
  const sources = sourcesToConfirm(version);
  if (!version.viewerCanEdit || sources.length === 0) return null;
  return (
    <Alert
      color="yellow"
      role="region"
      mt="md"
      title={intl.formatMessage({ id: 'sroi.sourcesToConfirm' }, { count: sources.length })}
    >
      <FormattedMessage id="sroi.sourcesToConfirmAbout" />
      <ul className={classes.told}>
        {sources.map(({ row, number, former, source, grade }) => {
          const now = numberWords(number, numberOf(row, number));
          const cell = intl.formatMessage(
            { id: 'sroi.cell' },
            { field: intl.formatMessage({ id: `field.${number}` }), outcome: row.outcome },
          );
          return (
            <li key={`${row.key}:${number}`}>
              <div>
                <strong>{cell}</strong>{' '}
                <FormattedMessage
                  id="sroi.sourceOfFormer"
                  values={{ now, former: numberWords(number, former) }}
                />
                <p className={classes.source}>
                  {source} <EvidenceGrade grade={grade} />
                </p>
              </div>
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={intl.formatMessage({ id: 'sroi.confirmSourceOf' }, { cell, now })}
                  onClick={() =>
                    onChange({
                      ...version,
                      rows: version.rows.map((other) =>
                        other.key === row.key ? confirmed(row, number) : other,
                      ),
                    })
                  }
                >
                  <FormattedMessage id="sroi.confirmSource" values={{ now }} />
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={intl.formatMessage({ id: 'sroi.otherSourceOf' }, { cell })}
                  onClick={() => onOpen(row)}
                >
                  <FormattedMessage id="sroi.otherSource" />
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
