import { createHash } from 'node:crypto';
import type { FigureUnits } from '@tandem/domain/figure-units';
import type { SroiStatus } from '@tandem/domain/vocabulary';
import type { AnyMetricId } from '@tandem/metrics/any-metric';
import type { InEachLanguage, MetricWords, Parameters } from '@tandem/metrics/definition';
import type { FigureFilterInput } from '../figure-request.type.ts';
import type { FactColumns } from './fingerprint.ts';
import type { SnapshotItemType } from './snapshot.type.ts';

/** A figure of a snapshot: what was asked, by which definition, and what came out. */
export interface SealedFigure {
  readonly metric: AnyMetricId;
  readonly version: number;
  /** What it was said to be: words of a version may be improved. Not said before format 3. */
  readonly words?: InEachLanguage<MetricWords>;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly parameters: Parameters | null;
  readonly filter: FigureFilterInput | null;
  readonly sealed: SnapshotItemType['sealed'];
  /** What the numbers are in: cents of a euro, or a ratio of two such amounts. Not said before format 2. */
  readonly units?: FigureUnits;
  /** Of a social return: what it is made of. Not said before format 2. */
  readonly valueMap?: SealedMap;
  /** SHA-256 of the SQL by which it is counted from the facts. */
  readonly statementDigest: string;
}

/** The value map of which a social return is made, as it was then. */
export interface SealedMap {
  readonly map: string;
  readonly versionId: string;
  readonly name: string;
  /** Goes up with every change of that version. */
  readonly version: number;
  readonly status: SroiStatus;
  readonly publishedAt: string | null;
  /** Which of its what-ifs was reckoned with; null where it is taken as it stands, which figures do. */
  readonly scenario: string | null;
}

/** What is said of a snapshot goes by numbers; what stands in one of a former number stays as it was sealed. */
export const FORMAT = 3;

/** Everything that a snapshot says. */
export interface SealedContent {
  /** Absent from those of the first. */
  readonly format?: 2 | typeof FORMAT;
  readonly number: number;
  readonly name: string;
  readonly takenAt: string;
  readonly takenBy: { readonly id: string; readonly name: string };
  readonly asOf: string;
  readonly figures: readonly SealedFigure[];
  readonly columns: FactColumns;
  readonly dataDigest: string;
}

/** SHA-256 over the seal before (nothing for the first) and the content. */
export function sealOf(content: string, before: Buffer | undefined): Buffer {
  return createHash('sha256')
    .update(before ?? '')
    .update(content)
    .digest();
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
