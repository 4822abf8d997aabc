import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { EXIT_PARAMETERS, exits } from '../shapes.ts';

/** All cost over the closed duos with a job in the window. */
export const costPerJob: MetricDefinition = costPer('COST_PER_JOB', exits('job'), EXIT_PARAMETERS);
