import type { Column, SortState } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import type { ListState } from '@tandem/ui/list-state';
import { Page } from '@tandem/ui/Page';
import { RecordList, type ListAnswer } from '@tandem/ui/RecordList';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';

interface Props<Row> {
  readonly people: 'mentees' | 'mentors';
  readonly columns: readonly Column<Row>[];
  readonly list: ListAnswer<Row>;
  readonly state: ListState;
  readonly onState: (patch: Partial<ListState>) => void;
  readonly sort: SortState;
  readonly filters: ReactNode;
  /** Whether the filters keep anybody out. */
  readonly filtered: boolean;
  readonly onReset: () => void;
}

/** The page of the mentees, or of the mentors. */
export function PeopleList<Row extends { readonly id: string }>(props: Props<Row>) {
  const { people, filtered } = props;
  const intl = useIntl();
  const title = intl.formatMessage({ id: `${people}.title` });
  return (
    <Page title={title} scope={<FormattedMessage id={`${people}.scope`} />}>
      <RecordList
        caption={title}
        fileName={people}
        columns={props.columns}
        rowKey={({ id }) => id}
        state={props.state}
        onState={props.onState}
        sort={props.sort}
        list={props.list}
        searchLabel={intl.formatMessage({ id: `${people}.search` })}
        filters={props.filters}
        onReset={filtered ? props.onReset : undefined}
        empty={
          <EmptyState title={intl.formatMessage({ id: filtered ? 'table.nothingFits' : 'people.empty' })} />
        }
      />
    </Page>
  );
}
