import { readFileSync } from 'node:fs';
import { CATALOGUE, METRIC_IDS } from '@tandem/metrics/catalogue';

/**
 * Each metric once more, as a person would count it from the records, without the engine and without facts; $1 is the as-of
 * day and parameters are the defaults. They stand beside their metrics.
 */
export const METRIC_CHECKS = METRIC_IDS.map((id) => {
  const file = `${id.toLowerCase().replaceAll('_', '-')}.check.sql`;
  return {
    id,
    isRate: CATALOGUE[id].unit === 'RATE',
    sql: readFileSync(new URL(`../../../packages/metrics/src/catalogue/${file}`, import.meta.url), 'utf8'),
  };
});
