import type { MetricDefinition } from '../definition.ts';
import { exitRate } from '../shapes.ts';

/** Of the population, duos whose mentee found an open-ended job, or one of three months or more, in the window. */
export const stableEmploymentRate: MetricDefinition = exitRate('STABLE_EMPLOYMENT_RATE', 'stable_job');
