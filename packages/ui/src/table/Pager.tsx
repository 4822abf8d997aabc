import { Button, Group } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import classes from './ListBar.module.css';

export const PAGE_SIZE = 50;

/** Where a page of a list lies: from which cursor on, and the how manieth it is (from 0). */
export interface PagePlace {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly page?: number | undefined;
}

interface PageEnds {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor?: string | null | undefined;
  readonly endCursor?: string | null | undefined;
}

/** The arguments of the server's list for a place. */
export function pageArguments({ after, before }: PagePlace, size: number = PAGE_SIZE) {
  return before === undefined ? { first: size, after: after ?? null } : { last: size, before };
}

interface Props {
  /** The page that is shown. */
  readonly place: PagePlace;
  /** Whether another one is on its way. */
  readonly pending: boolean;
  readonly ends: PageEnds | undefined;
  readonly count: number;
  readonly total: number | undefined;
  readonly hasMoreThanTotal: boolean;
  readonly onMove: (place: PagePlace) => void;
}

export function Pager({ place, pending, ends, count, total, hasMoreThanTotal, onMove }: Props) {
  const format = useFormat();
  if (total === undefined || total === 0) return null;
  const page = place.page ?? 0;
  const first = page * PAGE_SIZE + 1;
  return (
    <div className={classes.pager}>
      <span aria-live="polite">
        <FormattedMessage
          id={hasMoreThanTotal ? 'table.rangeOfMore' : 'table.range'}
          values={{
            from: format.number(first),
            to: format.number(first + count - 1),
            total: format.number(total),
          }}
        />
      </span>
      {(page > 0 || total > count) && (
        <Group gap="xs">
          <Button
            variant="default"
            disabled={pending || page === 0}
            onClick={() =>
              onMove(page === 1 ? {} : { before: ends?.startCursor ?? undefined, page: page - 1 })
            }
          >
            <FormattedMessage id="table.previous" />
          </Button>
          <Button
            variant="default"
            disabled={pending || !ends?.hasNextPage}
            onClick={() => onMove({ after: ends?.endCursor ?? undefined, page: page + 1 })}
          >
            <FormattedMessage id="table.next" />
          </Button>
        </Group>
      )}
    </div>
  );
}
