import type { Capability } from '@tandem/domain/capabilities';

export const IMPORT_KINDS = [
  'GRANTS',
  'MENTEES',
  'MENTORS',
  'DUOS',
  'OUTCOMES',
  'MEETINGS',
  'EVALUATIONS',
  'EVENTS',
  'ATTENDANCES',
  'COSTS',
  'BUDGETS',
  'COMPARISONS',
] as const;
/** In this order files are taken in: what is referred to comes before what refers. */
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const EVERY_KIND: ReadonlySet<ImportKind> = new Set(IMPORT_KINDS);

/** Kinds of which a file comes in whole or not at all: a budget without a row would be another budget. */
export const WHOLE_KINDS: ReadonlySet<ImportKind> = new Set(['BUDGETS']);

/** Kinds that who may book and budget by hand may take in as files too; all others are taken in by who may import whatever there is. */
const MONEY_KINDS: ReadonlySet<ImportKind> = new Set(['COSTS', 'BUDGETS']);

/** Which kinds of files somebody with these capabilities takes in. */
export function kindsFor(capabilities: ReadonlySet<Capability>): ReadonlySet<ImportKind> {
  if (capabilities.has('IMPORT')) return EVERY_KIND;
  return capabilities.has('MANAGE_MONEY') ? MONEY_KINDS : new Set();
}
