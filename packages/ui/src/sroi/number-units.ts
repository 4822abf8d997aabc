import type { Unit } from '../i18n/format.ts';
import type { TornadoBar } from './steps.ts';

/** In what an assumption is that the result is swung by. */
export function unitOf(parameter: TornadoBar['parameter']): Unit {
  switch (parameter) {
    case 'proxy':
      return 'CENTS';
    case 'quantity':
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
