import type { About } from '../table/about.ts';

/** What every chart says of itself. */
export interface ChartWords {
  /** The finding, in a sentence. */
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Of its files, without an ending. */
  readonly fileName: string;
  /** What its files say beside the data. The link is the page's address unless another one is given. */
  readonly about?: About | undefined;
}
