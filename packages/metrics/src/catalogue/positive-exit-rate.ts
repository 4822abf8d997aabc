import type { MetricDefinition } from '../definition.ts';
import { exitRate } from '../shapes.ts';

/** Of the population, duos whose mentee found a job, an internship or a training in the window. */
export const positiveExitRate: MetricDefinition = exitRate('POSITIVE_EXIT_RATE', 'exit');
