import type { CalendarDay } from '@tandem/domain/calendar-day';
import { makeCosts } from './costs.ts';
import { dayNumber, type DayNumber } from './days.ts';
import { makeDuo, recordDuo } from './duos.ts';
import { makeAttendances } from './events.ts';
import { makeEvaluations } from './evaluations.ts';
import { earmarkDuo, makeGrants } from './grants.ts';
import { makeHours } from './hours.ts';
import { makeIds } from './ids.ts';
import { makeMeetings } from './meetings.ts';
import { makeMatchedMentee, makeUnmatchedMentee } from './mentees.ts';
import { makeMentor, makeMentorWithoutDuo } from './mentors.ts';
import { makeOutcomes } from './outcomes.ts';
import { branchIn, makePlaces, placeDraw } from './places.ts';
import type { Duo, Mentor, Programme } from './programme.ts';
import { DAYS_BETWEEN_DUOS, PER_DUO, PER_MENTOR_WITH_DUO } from './proportions.ts';
import { Random } from './random.ts';
import type { Records } from './records.ts';
import { planMonths, type Month } from './scale.ts';

export interface Order {
  readonly duos: number;
  readonly seed: number;
  /** The day on which the programme stands. */
  readonly until: CalendarDay;
}

/** A mentor between two duos. */
interface Waiting {
  readonly mentor: Mentor;
  readonly readyOn: DayNumber;
}

/**
 * Makes a programme month by month. Mentors who are ready for their next duo come first, the other duos of a month begin
 * with new mentors: so growth and season are exact, and a mentor never has two duos at a time. What is kept in memory
 * are the mentors between two duos, and rows until there are enough of them to write.
 */
export async function makeProgramme(
  records: Records,
  { duos, seed, until }: Order,
  progress: (duos: number) => void,
): Promise<void> {
  const random = new Random(seed);
  const programme: Programme = {
    random,
    newId: makeIds(random, Date.parse(`${until}T00:00:00Z`)),
    nextReference: referenceCounter(),
    records,
    ofEvents: eventDraws(seed, until),
    until: dayNumber(until),
  };
  const months = planMonths(duos, until);
  const regions = makePlaces(programme, duos, months);
  const waiting = months.map((): Waiting[] => []);
  let made = 0;
  for (const [number, month] of months.entries()) {
    const drawPlace = placeDraw(regions, number);
    const ready = waiting[number] ?? [];
    const comingBack = ready.slice(0, month.duos);
    waiting[number + 1]?.push(...ready.slice(month.duos));
    waiting[number] = [];
    for (let turn = 0; turn < month.duos; turn += 1) {
      const again = comingBack[turn];
      const startsOn = firstDay(month, again, random);
      const mentor = again?.mentor ?? makeMentor(programme, drawPlace(random), startsOn);
      const duo = beginDuo(programme, mentor, startsOn, number);
      if (again === undefined)
        for (let others = random.about(PER_MENTOR_WITH_DUO.mentorsWithout); others > 0; others -= 1)
          makeMentorWithoutDuo(programme, drawPlace(random), dayIn(month, random));
      for (let others = random.about(PER_DUO.unmatchedMentees); others > 0; others -= 1)
        makeUnmatchedMentee(programme, branchIn(mentor.place.region, random), dayIn(month, random));
      comeBackLater(duo, months, waiting, random);
      made += 1;
      await records.writeWhereMany();
    }
    progress(made);
  }
  makeCosts(programme, regions, months);
  makeGrants(programme, regions, months);
  await records.write();
}

/** The duo and everything that hangs on it. */
function beginDuo(programme: Programme, mentor: Mentor, startsOn: DayNumber, month: number): Duo {
  const { branch } = mentor.place;
  const mentee = makeMatchedMentee(programme, branch, startsOn);
  const duo = makeDuo(programme, { ...mentor, left: mentor.left - 1 }, mentee.id, startsOn);
  branch.starts[month] = (branch.starts[month] ?? 0) + 1;
  earmarkDuo(programme, duo, month);
  recordDuo(programme, duo, makeMeetings(programme, duo));
  makeOutcomes(programme, duo);
  makeEvaluations(programme, duo);
  makeHours(programme, duo);
  makeAttendances(programme, duo, mentee.personId);
  return duo;
}

/** Who comes back begins when ready, or on any day of the month after having had to wait. */
function firstDay(month: Month, again: Waiting | undefined, random: Random): DayNumber {
  return again !== undefined && again.readyOn >= month.first ? again.readyOn : dayIn(month, random);
}

function dayIn({ first, end }: Month, random: Random): DayNumber {
  return first + random.below(end - first);
}

function comeBackLater(
  { mentor, closedOn }: Duo,
  months: readonly Month[],
  waiting: readonly Waiting[][],
  random: Random,
): void {
  if (mentor.left === 0 || closedOn === null) return;
  const readyOn = closedOn + DAYS_BETWEEN_DUOS(random);
  const month = months.findIndex(({ end }) => readyOn < end);
  if (month !== -1) waiting[month]?.push({ mentor, readyOn });
}

function eventDraws(seed: number, until: CalendarDay): Programme['ofEvents'] {
  const random = new Random(seed + 1);
  return { random, newId: makeIds(random, Date.parse(`${until}T00:00:00Z`)) };
}

/** References count on by their letter, with as many digits as ten million need. */
function referenceCounter(): Programme['nextReference'] {
  const last = { E: 0, M: 0, D: 0, F: 0, A: 0 };
  return (letter) => {
    last[letter] += 1;
    return `${letter}${String(last[letter]).padStart(8, '0')}`;
  };
}
