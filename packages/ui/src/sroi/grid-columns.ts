import type { SroiNumber } from '@tandem/domain/vocabulary';

/** A column of the grid, and how its number is typed: shares in per cent, money in euros. */
export interface GridColumn {
  readonly id: SroiNumber;
  readonly suffix: string;
  /** What is typed, times this, is the number. */
  readonly scale: number;
}

const SHARE = { suffix: ' %', scale: 0.01 };
export const GRID_COLUMNS: readonly GridColumn[] = [
  { id: 'quantity', suffix: '', scale: 1 },
  { id: 'proxy', suffix: ' €', scale: 100 },
  { id: 'deadweight', ...SHARE },
  { id: 'displacement', ...SHARE },
  { id: 'attribution', ...SHARE },
  { id: 'leakage', ...SHARE },
  { id: 'substitution', ...SHARE },
  { id: 'dropOff', ...SHARE },
  { id: 'durationYears', suffix: '', scale: 1 },
  { id: 'firstYear', suffix: '', scale: 1 },
];
