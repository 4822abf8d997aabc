import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { EXIT_PARAMETERS, exits } from '../shapes.ts';

/** All cost over the closed duos with a positive exit in the window. */
export const costPerPositiveExit: MetricDefinition = costPer(
  'COST_PER_POSITIVE_EXIT',
  exits('exit'),
  EXIT_PARAMETERS,
);
