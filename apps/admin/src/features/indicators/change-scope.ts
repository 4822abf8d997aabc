import { useFormat } from '@tandem/ui/format';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { useViewer } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import type { FigureMomentInput, FigureRequest } from '../../gql/graphql.ts';
import { placedBy, useReasonWords, type Reasons } from './change-reason.ts';
import type { Metric } from './indicator.queries.ts';
import type { ChangeSearch } from './indicators.routes.ts';
import { useCohortWords, usePeriodWords } from './use-cohort-words.ts';

/** Of when and of whom both figures are, in words, for files that leave the page. */
export function useChangeScope(metric: Metric) {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const cohortWords = useCohortWords(metric);
  const periodWords = usePeriodWords();
  return (search: ChangeSearch, since: FigureMomentInput): string => {
    const asOf = search.asOf ?? today;
    const { thenFrom: from, thenTo: to } = search;
    const against = [format.day(since.asOf ?? asOf), periodWords({ from, to })].filter(Boolean).join(', ');
    const moments = intl.formatMessage({ id: 'change.moments' }, { asOf: format.day(asOf), against });
    return `${cohortWords(search)}; ${moments}`;
  };
}

/** Of when each of the two figures is, in words. */
export type SideWords = Readonly<Record<'before' | 'after', string>>;

/** How each of the two is named: by its period, where it has one, and its day. Without one of its own the other is of the same period. */
export function useSideWords() {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const periodWords = usePeriodWords();
  return (search: ChangeSearch, since: FigureMomentInput): SideWords => {
    const { from, to, thenFrom, thenTo, asOf = today } = search;
    const period = periodWords({ from, to });
    const words = (day: string, period: string | undefined) =>
      intl.formatMessage(
        { id: period === undefined ? 'change.onDay' : 'change.ofPeriodOnDay' },
        { day: format.day(day), period },
      );
    return {
      before: words(since.asOf ?? asOf, periodWords({ from: thenFrom, to: thenTo }) ?? period),
      after: words(asOf, period),
    };
  };
}

/** To which of the changed records a list is narrowed, and how many of all these are; undefined where it has all. */
export function useNarrowedWords(metric: Metric, request: FigureRequest) {
  const intl = useIntl();
  const reasonWords = useReasonWords(placedBy(metric, request));
  const number = (rows: Reasons) => intl.formatNumber(rows.reduce((sum, { count }) => sum + count, 0));
  return (
    { change, reason }: Pick<ChangeSearch, 'change' | 'reason'>,
    reasons: Reasons,
  ): string | undefined => {
    if (change === undefined && reason === undefined) return undefined;
    const what = [
      change && intl.formatMessage({ id: `change.did.${change}.${metric.records ?? 'DUOS'}` }),
      reason && reasonWords(reason),
    ]
      .filter(Boolean)
      .join(', ');
    const kept = reasons.filter(
      (row) => (change ?? row.change) === row.change && (reason ?? row.reason) === row.reason,
    );
    return intl.formatMessage(
      { id: 'change.narrowed' },
      { what, count: number(kept), total: number(reasons) },
    );
  };
}

/** The address of the page without what narrows the list of records alone: what else leaves the page is not narrowed by it. */
export function wholeAddress(): string {
  const address = new URL(globalThis.location.href);
  for (const field of ['change', 'reason', ...Object.keys(FIRST_PAGE)]) address.searchParams.delete(field);
  return address.href;
}
