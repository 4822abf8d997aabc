import type { SroiNumber } from '@tandem/domain/vocabulary';
import type { Unit } from '../i18n/format.ts';

/** In what a number of the value map is. */
export function unitOf(parameter: SroiNumber): Unit {
  switch (parameter) {
    case 'proxy':
      return 'CENTS';
    case 'quantity':
    case 'durationYears':
    case 'firstYear':
      return 'COUNT';
    case 'deadweight':
    case 'displacement':
    case 'attribution':
    case 'leakage':
    case 'substitution':
    case 'dropOff':
      return 'RATE';
  }
}
