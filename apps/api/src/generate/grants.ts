import { dayText, monthsLater } from './days.ts';
import { FUNDERS, type Funder } from './partners.ts';
import type { Region } from './places.ts';
import type { Duo, Programme } from './programme.ts';
import { CENTS_PER_DUO, EARMARKED_BY, FIRST_SHARE, PART_OF_FUNDS, SHARED_DUO } from './proportions.ts';
import type { Month } from './scale.ts';

/** Grants are renewed after so many months, the time that the sample's cover. */
const ROUND_MONTHS = 28;
/** A town begins later within a round, and gives to its branch alone. */
const TOWN_BEGINS = 16;

const KINDS = {
  EMPLOYMENT_SERVICE: 'PUBLIC_SUBSIDY',
  SOCIAL_FUND: 'PUBLIC_SUBSIDY',
  FOUNDATION: 'FINANCIAL_SPONSORSHIP',
  BANK: 'SKILLS_SPONSORSHIP',
  RUN: 'FUNDRAISING',
  TOWN: 'PUBLIC_SUBSIDY',
} as const;

/** Earmarks a duo that begins in this month of the programme: one grant pays it, or two by shares. */
export function earmarkDuo({ random, newId, records }: Programme, duo: Duo, month: number): void {
  const { rounds } = duo.mentor.place.region;
  const number = Math.floor(month / ROUND_MONTHS);
  let round = rounds.get(number);
  if (round === undefined) {
    round = { grants: grantIds(newId), starts: 0 };
    rounds.set(number, round);
  }
  round.starts += 1;
  const first = EARMARKED_BY(random);
  const share = random.chance(SHARED_DUO) ? FIRST_SHARE(random) : 1;
  records.add('earmark', duo.id, round.grants[first], share);
  if (share === 1) return;
  let second = EARMARKED_BY(random);
  while (second === first) second = EARMARKED_BY(random);
  records.add('earmark', duo.id, round.grants[second], (1 - share).toFixed(4));
}

function grantIds(newId: () => string): Record<Funder, string> {
  return {
    EMPLOYMENT_SERVICE: newId(),
    SOCIAL_FUND: newId(),
    FOUNDATION: newId(),
    BANK: newId(),
    RUN: newId(),
    TOWN: newId(),
  };
}

/** The grants themselves: as much as their round's duos cost, in the sample's parts, once it is known how many began. */
export function makeGrants(programme: Programme, regions: readonly Region[], months: readonly Month[]): void {
  for (const region of regions)
    for (const [number, { grants, starts }] of region.rounds) {
      const begins = number * ROUND_MONTHS;
      const elapsed = Math.min(ROUND_MONTHS, months.length - begins);
      const cents = (starts * CENTS_PER_DUO * ROUND_MONTHS) / elapsed;
      for (const funder of FUNDERS) {
        const from = months[begins + (funder === 'TOWN' ? TOWN_BEGINS : 0)];
        if (from === undefined) continue;
        const { records, nextReference } = programme;
        records.add(
          'funding_grant',
          grants[funder],
          nextReference('F'),
          region.partners[funder],
          KINDS[funder],
          dayText(from.first),
          endOf(months, begins),
          // Grants are given in tens of euros.
          Math.round((cents * PART_OF_FUNDS[funder]) / 1000) * 1000,
          funder === 'TOWN' ? region.branches[1].id : null,
        );
      }
    }
}

/** The first day after a round, which may lie after everything that is known. */
function endOf(months: readonly Month[], begins: number): string {
  const first = months[begins];
  if (first === undefined) throw new RangeError('the round begins after the programme');
  return monthsLater(first.first, ROUND_MONTHS);
}
