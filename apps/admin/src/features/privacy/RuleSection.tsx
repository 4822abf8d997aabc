import { Button, Group } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { PersonLink } from './PersonLink.tsx';
import type { RulePreview } from './privacy.queries.ts';

type Item = RulePreview['items'][number];

interface Props {
  readonly preview: RulePreview;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A retention rule with what it would erase today. */
export function RuleSection({ preview: { rule, count, onHoldCount, items }, onEdit, onRemove }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const columns = useColumns();
  const country =
    rule.country == null
      ? intl.formatMessage({ id: 'privacy.allCountries' })
      : (intl.formatDisplayName(rule.country, { type: 'region' }) ?? rule.country);
  const title = `${word('RetentionKind', rule.kind)} · ${country}`;
  return (
    <Section
      title={title}
      about={
        <FormattedMessage
          id="privacy.ruleSays"
          values={{
            months: rule.months,
            reason: rule.reason,
            by: rule.writtenBy,
            day: format.day(rule.writtenOn),
          }}
        />
      }
      action={
        <Group gap="xs">
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            <FormattedMessage id="privacy.changeRule" />
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
            <FormattedMessage id="privacy.removeRule" />
          </Button>
        </Group>
      }
    >
      <p>
        <FormattedMessage
          id="privacy.ruleDue"
          values={{ count, held: onHoldCount, notes: rule.kind === 'MEETING_NOTES' ? 'yes' : 'no' }}
        />
      </p>
      {items.length < count + onHoldCount && items.length > 0 && (
        <p>
          <FormattedMessage
            id="privacy.firstOf"
            values={{ shown: items.length, count: format.number(count + onHoldCount) }}
          />
        </p>
      )}
      {items.length > 0 && (
        <DataTable
          caption={title}
          columns={columns}
          rows={items}
          rowKey={({ personId, duoId }) => personId ?? duoId ?? ''}
        />
      )}
    </Section>
  );
}

function useColumns(): readonly Column<Item>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `privacy.column.${id}` });
  return [
    {
      id: 'who',
      header: header('who'),
      cell: ({ personId, duoId, ...item }) =>
        personId != null ? (
          <PersonLink person={{ personId, ...item }}>{item.name}</PersonLink>
        ) : (
          <Link to="/duos/$id" params={{ id: duoId ?? '' }}>
            {item.name}
          </Link>
        ),
      text: ({ name }) => name,
    },
    {
      id: 'dueOn',
      header: header('dueOn'),
      cell: ({ dueOn }) => format.day(dueOn),
      text: ({ dueOn }) => dueOn,
    },
    {
      id: 'hold',
      header: header('hold'),
      cell: ({ onHold }) =>
        onHold ? (
          <Status tone="warn">
            <FormattedMessage id="privacy.onHold" />
          </Status>
        ) : (
          '–'
        ),
      text: ({ onHold }) => (onHold ? header('hold') : null),
    },
  ];
}
