import { dayText, recordedBy } from './days.ts';
import type { Duo, Programme } from './programme.ts';
import { ANSWERED, DAYS_TO_ANSWER, SCORES } from './proportions.ts';
import type { Draw } from './random.ts';

/** What mentor and mentee answer once their duo is closed, within days or not at all. */
export function makeEvaluations(programme: Programme, duo: Duo): void {
  const { random } = programme;
  if (duo.closedOn === null || !random.chance(ANSWERED.mentor)) return;
  answer(programme, duo.id, duo.closedOn, 'MENTOR');
  if (random.chance(ANSWERED.menteeWhereMentor)) answer(programme, duo.id, duo.closedOn, 'MENTEE');
}

function answer(
  { random, newId, records, until }: Programme,
  duoId: string,
  closedOn: number,
  respondent: keyof typeof SCORES,
): void {
  const day = closedOn + DAYS_TO_ANSWER(random);
  if (day > until) return;
  const id = newId();
  records.add('response', id, duoId, respondent, dayText(day), recordedBy(until, day));
  for (const [question, draw] of Object.entries<Draw<number>>(SCORES[respondent]))
    records.add('answer', id, question, draw(random));
}
