import type { ReactNode } from 'react';
import { ErrorState } from '../feedback/ErrorState.tsx';
import { Kept } from '../feedback/Kept.tsx';
import { columnsOfFile, columnsOfPage, shownColumns, type Column, type SortState } from './column.ts';
import type { About } from './about.ts';
import { useDataFile, type DataFormat } from './data-files.ts';
import { download } from './download.ts';
import { useRecordExport } from './record-export.ts';
import { DataTable } from './DataTable.tsx';
import { FIRST_PAGE, type ListState } from './list-state.ts';
import { ListBar } from './ListBar.tsx';
import { Pager, type PagePlace } from './Pager.tsx';

/** A page of a list as the API gives it. */
export interface Connection<Row> {
  readonly totalCount: number;
  /** Whether there are more rows than that: a long list is not counted to its end. */
  readonly hasMoreThanTotal: boolean;
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string | null | undefined;
    readonly endCursor?: string | null | undefined;
  };
}

export interface PageAsked {
  readonly first: number;
  readonly after: string | null;
}

/** What useConnection answers. */
export interface ListAnswer<Row> {
  /** Undefined until something came. */
  readonly connection: Connection<Row> | undefined;
  /** The page that the connection is. */
  readonly place: PagePlace;
  /** Whether another page or order is on its way. */
  readonly pending: boolean;
  readonly error: unknown;
  /** Reads any page of the same list, for the file of it. */
  readonly readPage: (page: PageAsked) => Promise<Connection<Row>>;
}

interface Props<Row> {
  readonly caption: string;
  readonly fileName: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly state: ListState;
  readonly onState: (patch: Partial<ListState>) => void;
  readonly sort?: SortState | undefined;
  readonly list: ListAnswer<Row>;
  readonly searchLabel?: string | undefined;
  readonly filters?: ReactNode;
  /** Given when something is filtered. */
  readonly onReset?: (() => void) | undefined;
  readonly empty: ReactNode;
  /** What a row opens to. */
  readonly detail?: ((row: Row) => ReactNode) | undefined;
  /** What the file says beside the rows. */
  readonly about?: About | undefined;
}

/** The largest page that the API gives. */
const EXPORT_PAGE = 200;

/** A list of records with search, filters, sort, columns, pages and a file of what is seen; its state is its caller's. */
export function RecordList<Row>(props: Props<Row>) {
  const { caption, columns, state, onState, list, searchLabel } = props;
  const { connection, error, pending } = list;
  const dataFile = useDataFile();
  const recordExport = useRecordExport();
  const shown = shownColumns(columns, state.cols);
  const exportRows = async (format: DataFormat) => {
    const rows: Row[] = [];
    for (let after: string | null | undefined = null; after !== undefined;) {
      const page: Connection<Row> = await list.readPage({ first: EXPORT_PAGE, after });
      rows.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
    }
    await recordExport(props.fileName, rows.length, state);
    const table = { title: caption, columns: columnsOfFile(columns, shown), rows, about: props.about };
    download(`${props.fileName}.${format}`, await dataFile(format, table));
  };
  return (
    <>
      <ListBar
        search={
          searchLabel === undefined
            ? undefined
            : {
                value: state.q ?? '',
                label: searchLabel,
                onChange: (q) => onState({ ...FIRST_PAGE, q: q === '' ? undefined : q }),
              }
        }
        filters={props.filters}
        onReset={props.onReset}
        columns={columnsOfPage(columns)}
        shown={shown}
        onColumns={(cols) => onState({ cols: [...cols] })}
        onExport={exportRows}
      />
      {error !== undefined ? (
        <ErrorState error={error} />
      ) : (
        <Kept pending={pending}>
          <DataTable
            caption={caption}
            columns={shown}
            rows={connection?.edges.map(({ node }) => node)}
            rowKey={props.rowKey}
            sort={props.sort}
            onSort={({ field, direction }) => onState({ ...FIRST_PAGE, sort: field, dir: direction })}
            empty={props.empty}
            detail={props.detail}
          />
        </Kept>
      )}
      <Pager
        place={list.place}
        pending={pending}
        ends={connection?.pageInfo}
        count={connection?.edges.length ?? 0}
        total={connection?.totalCount}
        hasMoreThanTotal={connection?.hasMoreThanTotal ?? false}
        onMove={(place) => onState({ ...FIRST_PAGE, ...place })}
      />
    </>
  );
}
