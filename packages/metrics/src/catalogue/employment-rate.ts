import type { MetricDefinition } from '../definition.ts';
import { exitRate } from '../shapes.ts';

/** Of the population, duos whose mentee found a job in the window. */
export const employmentRate: MetricDefinition = exitRate('EMPLOYMENT_RATE', 'job');
