import { useQuery } from '@apollo/client/react';
import { Button, Code, Group, Text } from '@mantine/core';
import { AUDIT_GROUPS } from '@tandem/domain/audit';
import { ChangedValues } from '@tandem/ui/ChangedValues';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { useFormat } from '@tandem/ui/format';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Page } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { AuditTrailQuery } from '../../gql/graphql.ts';
import { GROUPS } from './audit.routes.ts';
import { RecordLink } from './RecordLink.tsx';
import classes from './Activity.module.css';

const TRAIL = graphql(`
  query AuditTrail($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {
    auditEntries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      hasMoreThanTotal
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          ...AuditEntryFields
          actorUserId
          address
          credential
          requestId
        }
      }
    }
  }
`);
const HEAD = graphql(`
  query AuditHead {
    auditHead {
      sequence
      hash
    }
  }
`);
type Row = AuditTrailQuery['auditEntries']['edges'][number]['node'];

const route = getRouteApi('/audit');

/** The trail: of everybody, of one account, or of one record. */
export function AuditPage() {
  const intl = useIntl();
  const { options } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const filter = {
    search: search.q ?? null,
    action: search.group?.flatMap((group) => AUDIT_GROUPS[group]) ?? null,
    actor: search.actor === undefined ? null : [search.actor],
    record: search.record ?? null,
  };
  const list = useConnection(TRAIL, {
    place: search,
    variables: { filter },
    pick: ({ auditEntries }) => auditEntries,
  });
  const { data } = useQuery(HEAD);
  const filtered = Object.values(filter).some((value) => value !== null);
  const title = intl.formatMessage({ id: 'audit.title' });
  return (
    <Page title={title} scope={<FormattedMessage id="audit.scope" />}>
      {(search.actor ?? search.record) !== undefined && (
        <Group gap="sm">
          <Text>
            <FormattedMessage id={search.actor === undefined ? 'audit.ofRecord' : 'audit.ofActor'} />
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void navigate({ search: ({ cols }) => ({ cols }) })}
          >
            <FormattedMessage id="audit.all" />
          </Button>
        </Group>
      )}
      <RecordList
        caption={title}
        fileName="audit-trail"
        columns={columns}
        rowKey={({ id }) => id}
        state={search}
        onState={(patch) =>
          void navigate({ search: (before) => ({ ...before, ...patch }), replace: patch.q !== undefined })
        }
        list={list}
        searchLabel={intl.formatMessage({ id: 'audit.search' })}
        filters={
          <FilterSelect
            label={intl.formatMessage({ id: 'audit.group' })}
            options={options('AuditGroup', GROUPS)}
            value={search.group}
            onChange={(group) => void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, group }) })}
          />
        }
        onReset={filtered ? () => void navigate({ search: ({ cols }) => ({ cols }) }) : undefined}
        empty={
          <EmptyState title={intl.formatMessage({ id: filtered ? 'table.nothingFits' : 'audit.empty' })} />
        }
      />
      {data?.auditHead != null && (
        <Text size="sm" c="dimmed" mt="md">
          <FormattedMessage id="audit.head" values={{ count: data.auditHead.sequence }} />{' '}
          <Code style={{ overflowWrap: 'anywhere' }}>
            {data.auditHead.sequence}:{data.auditHead.hash}
          </Code>{' '}
          <FormattedMessage id="audit.headAbout" />
        </Text>
      )}
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `audit.column.${id}` });
  const from = ({ address, credential }: Row) =>
    [address, credential && word('AuditCredential', credential)].filter(Boolean).join(' · ');
  return [
    {
      id: 'at',
      header: header('at'),
      fixed: true,
      cell: ({ at }) => <time dateTime={at}>{format.instant(at)}</time>,
      text: ({ at }) => at,
    },
    {
      id: 'what',
      header: header('what'),
      fixed: true,
      cell: (row) => (
        <span className={classes.sentence}>
          <FormattedMessage
            id={`history.${row.action}`}
            values={{
              who: <Actor row={row} />,
              kind: row.recordKind,
              record: (words: ReactNode) => <RecordLink entry={row}>{words}</RecordLink>,
            }}
          />
        </span>
      ),
      text: ({ action, recordKind, subjectId }) => `${action} ${recordKind} ${subjectId}`,
    },
    {
      id: 'who',
      header: header('who'),
      hidden: true,
      cell: ({ actorName }) => actorName,
      text: ({ actorName }) => actorName,
    },
    {
      id: 'changed',
      header: header('changed'),
      wrap: true,
      cell: ({ before, after }) => <ChangedValues before={before} after={after} />,
      text: ({ before, after }) => JSON.stringify({ before, after }),
    },
    { id: 'from', header: header('from'), cell: from, text: from },
    {
      id: 'request',
      header: header('request'),
      hidden: true,
      cell: ({ requestId }) => <code>{requestId}</code>,
      text: ({ requestId }) => requestId,
    },
  ];
}

/** Leads to everything that this account did. */
function Actor({ row: { actorName, actorUserId } }: { readonly row: Row }) {
  if (actorUserId == null) return <strong>{actorName}</strong>;
  return (
    <Link to="/audit" search={{ actor: actorUserId }}>
      {actorName}
    </Link>
  );
}
