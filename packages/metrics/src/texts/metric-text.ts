import type { MetricId } from '../catalogue.ts';

/** What an indicator says to a reader. The denominator is null where the figure is the numerator itself. */
interface MetricText {
  readonly name: string;
  readonly says: string;
  readonly numerator: string;
  readonly denominator: string | null;
}
export type MetricTexts = Readonly<Record<MetricId | 'SROI_GROSS' | 'SROI_NET', MetricText>>;
