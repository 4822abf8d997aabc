import type { DayNumber } from './days.ts';
import { COUNTRIES } from './names.ts';
import type { Programme } from './programme.ts';
import { weighted, type Random } from './random.ts';
import { makePartners, type Funder } from './partners.ts';
import { countriesFor, regionsFor, type Month } from './scale.ts';

export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly coordinatorIds: readonly string[];
  /** How many duos began, by month of the programme. */
  readonly starts: number[];
  /** What it holds, by kind and month; made with the first who is on its list. */
  readonly events: Map<string, { readonly id: string; readonly heldOn: DayNumber }>;
}

/** Three branches that have their funders in common, as the sample's. */
export interface Region {
  readonly country: string;
  readonly branches: readonly [Branch, Branch, Branch];
  readonly opensInMonth: number;
  readonly partners: Readonly<Record<Funder | 'POST' | 'INSURANCE', string>>;
  /** By round of grants: the grants' ids, and how many duos began. */
  readonly rounds: Map<number, { readonly grants: Readonly<Record<Funder, string>>; starts: number }>;
}

export interface Place {
  readonly region: Region;
  readonly branch: Branch;
}

/** Duos of the sample's branches. */
const BRANCH_SHARES = [367, 66, 38] as const;
const BRANCH = weighted([
  [0, BRANCH_SHARES[0]],
  [1, BRANCH_SHARES[1]],
  [2, BRANCH_SHARES[2]],
]);
/** A coordinator begins about so many duos a year; a branch has two at least. */
const DUOS_OF_COORDINATOR = 85;
/** All regions are open after this part of the time. */
const OPENING = 0.6;

const weightOf = (region: number) => (region + 1) ** -0.5;

/** Makes regions, branches, coordinators and partners. */
export function makePlaces(programme: Programme, duos: number, months: readonly Month[]): Region[] {
  const count = regionsFor(duos);
  const lastYear = months.slice(-12).reduce((sum, month) => sum + month.duos, 0);
  const weights = Array.from({ length: count }, (_, index) => weightOf(index));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const countries = COUNTRIES.slice(0, countriesFor(count));
  const partnersOf = makePartners(programme);
  return weights.map((weight, index) => {
    const { code, towns } = countries[index % countries.length] ?? COUNTRIES[0];
    const before = Math.floor(index / countries.length) * BRANCH_SHARES.length;
    const branch = (place: 0 | 1 | 2) => {
      const round = Math.floor((before + place) / towns.length);
      const town = towns[(before + place) % towns.length] ?? code;
      const share = (weight / sum) * (BRANCH_SHARES[place] / 471);
      return makeBranch(programme, round === 0 ? town : `${town} ${round + 1}`, code, lastYear * share);
    };
    const branches = [branch(0), branch(1), branch(2)] as const;
    return {
      country: code,
      branches,
      opensInMonth: Math.floor((OPENING * months.length * index) / count),
      partners: partnersOf(code, branches[0].name, branches[1].name),
      rounds: new Map(),
    };
  });
}

function makeBranch({ newId, records }: Programme, name: string, country: string, duosAYear: number): Branch {
  const id = newId();
  records.add('branch', id, name, country);
  const coordinators = Math.max(2, Math.ceil(duosAYear / DUOS_OF_COORDINATOR));
  const coordinatorIds = Array.from({ length: coordinators }, (_, index) => {
    const coordinatorId = newId();
    records.add('coordinator', coordinatorId, `Coord. ${name} ${index + 1}`, id);
    return coordinatorId;
  });
  return { id, name, country, coordinatorIds, starts: [], events: new Map() };
}

/** Draws where a mentor is: earlier regions are bigger, and only open ones count. */
export function placeDraw(regions: readonly Region[], month: number): (random: Random) => Place {
  const open = regions.filter(({ opensInMonth }) => opensInMonth <= month);
  const draw = weighted(open.map((region, index) => [region, weightOf(index)] as const));
  return (random) => {
    const region = draw(random);
    return { region, branch: region.branches[BRANCH(random)] };
  };
}

/** Draws a branch of a region. */
export function branchIn(region: Region, random: Random): Branch {
  return region.branches[BRANCH(random)];
}
