import { CATALOGUE, METRIC_IDS, type MetricId } from './catalogue.ts';
import type { InEachLanguage, MetricWords } from './definition.ts';
import { SOCIAL_RETURN_IDS, SOCIAL_RETURN_WORDS, type SocialReturnId } from './social-return.ts';

/** Counted from facts by the catalogue, and the two that an SROI model makes of them. */
export const ALL_METRIC_IDS = [...METRIC_IDS, ...SOCIAL_RETURN_IDS];
export type AnyMetricId = MetricId | SocialReturnId;

export function isCounted(id: AnyMetricId): id is MetricId {
  return id in CATALOGUE;
}

/** What an indicator says, in each language. */
export function wordsOfMetric(id: AnyMetricId): InEachLanguage<MetricWords> {
  return isCounted(id) ? CATALOGUE[id].words : SOCIAL_RETURN_WORDS[id];
}
