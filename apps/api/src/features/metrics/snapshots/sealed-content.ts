import { createHash } from 'node:crypto';
import type { Parameters } from '@tandem/metrics/definition';
import type { FigureFilterInput } from '../metric.type.ts';
import type { AnyMetricId } from '../metric.type.ts';
import type { FactColumns } from './fingerprint.ts';
import type { SnapshotItemType } from './snapshot.type.ts';

/** A figure of a snapshot: what was asked, by which definition, and what came out. */
export interface SealedFigure {
  readonly metric: AnyMetricId;
  readonly version: number;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly parameters: Parameters | null;
  readonly filter: FigureFilterInput | null;
  readonly sealed: SnapshotItemType['sealed'];
  /** SHA-256 of the SQL by which it is counted from the facts. */
  readonly statementDigest: string;
}

/** Everything that a snapshot says. */
export interface SealedContent {
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
