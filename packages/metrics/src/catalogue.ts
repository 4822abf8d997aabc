import type { MetricDefinition } from './definition.ts';
import { autonomyRate } from './catalogue/autonomy-rate.ts';
import { coachingRate } from './catalogue/coaching-rate.ts';
import { completionRate } from './catalogue/completion-rate.ts';
import { costPerDuo } from './catalogue/cost-per-duo.ts';
import { costPerJob } from './catalogue/cost-per-job.ts';
import { costPerPositiveExit } from './catalogue/cost-per-positive-exit.ts';
import { duosActive } from './catalogue/duos-active.ts';
import { duosClosed } from './catalogue/duos-closed.ts';
import { duosStarted } from './catalogue/duos-started.ts';
import { employmentRate } from './catalogue/employment-rate.ts';
import { funding } from './catalogue/funding.ts';
import { intakeConversionRate } from './catalogue/intake-conversion-rate.ts';
import { matchConversionRate } from './catalogue/match-conversion-rate.ts';
import { meetingRegularityRate } from './catalogue/meeting-regularity-rate.ts';
import { menteeResponseRate } from './catalogue/mentee-response-rate.ts';
import { mentoringHours } from './catalogue/mentoring-hours.ts';
import { mentorLoyaltyRate } from './catalogue/mentor-loyalty-rate.ts';
import { mentorResponseRate } from './catalogue/mentor-response-rate.ts';
import { networkRate } from './catalogue/network-rate.ts';
import { netPromoterScore } from './catalogue/net-promoter-score.ts';
import { positiveExitRate } from './catalogue/positive-exit-rate.ts';
import { registrationConversionRate } from './catalogue/registration-conversion-rate.ts';
import { satisfactionRate } from './catalogue/satisfaction-rate.ts';
import { stableEmploymentRate } from './catalogue/stable-employment-rate.ts';
import { totalCost } from './catalogue/total-cost.ts';
import { usefulnessRate } from './catalogue/usefulness-rate.ts';

export const METRIC_IDS = [
  'DUOS_STARTED',
  'DUOS_CLOSED',
  'DUOS_ACTIVE',
  'POSITIVE_EXIT_RATE',
  'EMPLOYMENT_RATE',
  'STABLE_EMPLOYMENT_RATE',
  'COMPLETION_RATE',
  'MENTOR_LOYALTY_RATE',
  'MENTORING_HOURS',
  'MEETING_REGULARITY_RATE',
  'REGISTRATION_CONVERSION_RATE',
  'INTAKE_CONVERSION_RATE',
  'MATCH_CONVERSION_RATE',
  'MENTEE_RESPONSE_RATE',
  'MENTOR_RESPONSE_RATE',
  'SATISFACTION_RATE',
  'NET_PROMOTER_SCORE',
  'AUTONOMY_RATE',
  'NETWORK_RATE',
  'USEFULNESS_RATE',
  'COACHING_RATE',
  'TOTAL_COST',
  'COST_PER_DUO',
  'COST_PER_POSITIVE_EXIT',
  'COST_PER_JOB',
  'FUNDING',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** Every indicator that is counted from facts, by id. A new one is a file in this folder and a line here. */
export const CATALOGUE: Readonly<Record<MetricId, MetricDefinition>> = {
  DUOS_STARTED: duosStarted,
  DUOS_CLOSED: duosClosed,
  DUOS_ACTIVE: duosActive,
  POSITIVE_EXIT_RATE: positiveExitRate,
  EMPLOYMENT_RATE: employmentRate,
  STABLE_EMPLOYMENT_RATE: stableEmploymentRate,
  COMPLETION_RATE: completionRate,
  MENTOR_LOYALTY_RATE: mentorLoyaltyRate,
  MENTORING_HOURS: mentoringHours,
  MEETING_REGULARITY_RATE: meetingRegularityRate,
  REGISTRATION_CONVERSION_RATE: registrationConversionRate,
  INTAKE_CONVERSION_RATE: intakeConversionRate,
  MATCH_CONVERSION_RATE: matchConversionRate,
  MENTEE_RESPONSE_RATE: menteeResponseRate,
  MENTOR_RESPONSE_RATE: mentorResponseRate,
  SATISFACTION_RATE: satisfactionRate,
  NET_PROMOTER_SCORE: netPromoterScore,
  AUTONOMY_RATE: autonomyRate,
  NETWORK_RATE: networkRate,
  USEFULNESS_RATE: usefulnessRate,
  COACHING_RATE: coachingRate,
  TOTAL_COST: totalCost,
  COST_PER_DUO: costPerDuo,
  COST_PER_POSITIVE_EXIT: costPerPositiveExit,
  COST_PER_JOB: costPerJob,
  FUNDING: funding,
};
