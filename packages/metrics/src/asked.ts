import type { MetricId } from './catalogue.ts';

/**
 * By which response rates it is known how many answers to the question of an indicator are asked for: of each closed duo of the
 * mentee, the mentor, or both, so that a mentor of two duos is asked twice. What is from other sources is not here.
 */
const RESPONSES_OF: Readonly<Partial<Record<MetricId, readonly MetricId[]>>> = {
  SATISFACTION_RATE: ['MENTEE_RESPONSE_RATE', 'MENTOR_RESPONSE_RATE'],
  AUTONOMY_RATE: ['MENTEE_RESPONSE_RATE'],
  NETWORK_RATE: ['MENTEE_RESPONSE_RATE'],
  USEFULNESS_RATE: ['MENTOR_RESPONSE_RATE'],
  COACHING_RATE: ['MENTOR_RESPONSE_RATE'],
  NET_PROMOTER_SCORE: ['MENTEE_RESPONSE_RATE', 'MENTOR_RESPONSE_RATE'],
};

/** The response rates that tell how many are asked the question of an indicator; undefined where nobody is. */
export function responsesOf(metric: string): readonly MetricId[] | undefined {
  return new Map<string, readonly MetricId[]>(Object.entries(RESPONSES_OF)).get(metric);
}

/** How many answers are asked for, from what those response rates are among; undefined where one of them is not known. */
export function answersAsked(among: readonly (number | null | undefined)[]): number | undefined {
  return among.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one == null ? undefined : sum + one),
    0,
  );
}
