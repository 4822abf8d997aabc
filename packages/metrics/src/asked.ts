import type { MetricId } from './catalogue.ts';

/**
 * By which response rates it is known how many people are asked the question of an indicator: of each closed duo the mentee,
 * the mentor, or both. What is from other sources is not here.
 */
export const RESPONSES_OF: Readonly<Partial<Record<MetricId, readonly MetricId[]>>> = {
  SATISFACTION_RATE: ['MENTEE_RESPONSE_RATE', 'MENTOR_RESPONSE_RATE'],
  AUTONOMY_RATE: ['MENTEE_RESPONSE_RATE'],
  NETWORK_RATE: ['MENTEE_RESPONSE_RATE'],
  USEFULNESS_RATE: ['MENTOR_RESPONSE_RATE'],
  COACHING_RATE: ['MENTOR_RESPONSE_RATE'],
};
