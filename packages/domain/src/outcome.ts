import { accept, refuse, type Decision } from './refusal.ts';
import type { CalendarDay } from './calendar-day.ts';
import type { ContractType, EvidenceSource, Situation } from './vocabulary.ts';

/** A fixed-term job counts as stable from this many months on. */
export const STABLE_JOB_MONTHS = 3;

export const POSITIVE_SITUATIONS = ['JOB', 'INTERNSHIP', 'TRAINING'] as const satisfies readonly Situation[];

/** A job, an internship or a training; still searching is none. */
export function isPositiveExit(situation: Situation): boolean {
  return POSITIVE_SITUATIONS.some((positive) => positive === situation);
}

export interface Employment {
  readonly situation: Situation;
  readonly contractType: ContractType | null;
  /** Agreed length of the contract in months, where it has one. */
  readonly months: number | null;
}

/** A job with an open-ended contract, or of STABLE_JOB_MONTHS months or more. */
export function isStableJob({ situation, contractType, months }: Employment): boolean {
  return situation === 'JOB' && (contractType === 'OPEN_ENDED' || (months ?? 0) >= STABLE_JOB_MONTHS);
}

export interface OutcomeFacts extends Employment {
  readonly observedOn: CalendarDay;
  readonly evidence: EvidenceSource;
}

/** Refuses a situation from before the duo's start or after today, and a contract without a job (or the reverse). */
export function recordOutcome<T extends OutcomeFacts>(
  duo: { startedOn: CalendarDay },
  outcome: T,
  today: CalendarDay,
): Decision<T> {
  if (outcome.observedOn < duo.startedOn)
    return refuse('OUTCOME_BEFORE_START', 'observedOn', { day: duo.startedOn });
  if (outcome.observedOn > today) return refuse('DAY_IN_FUTURE', 'observedOn', { day: today });
  if (outcome.situation === 'JOB' && outcome.contractType === null)
    return refuse('CONTRACT_NEEDED_FOR_JOB', 'contractType');
  if (outcome.situation !== 'JOB' && outcome.contractType !== null)
    return refuse('CONTRACT_ONLY_FOR_JOB', 'contractType');
  return accept(outcome);
}
