import type { FigureResult } from './figure.ts';

/**
 * The key of the words for why a result has no value; undefined of one that has. To those outside of the programme what is
 * hidden for itself, for another figure, or because nobody is there is one case: which of them would tell how small it is.
 */
export function whyNone(result: FigureResult): string | undefined {
  switch (result.__typename) {
    case 'Figure':
      return undefined;
    case 'Withheld':
      return `figure.withheld.${result.reason}`;
    case 'NoData':
      return 'figure.noData.why';
  }
}
