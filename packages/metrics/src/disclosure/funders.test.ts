import { STANDARD_THRESHOLDS as LIMITS } from '@tandem/domain/thresholds';
import { GRANT_KINDS, type GrantKind } from '@tandem/domain/vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../catalogue.ts';
import type { Counts, Group, OfferedFigure } from './offered-figure.ts';
import { decideRelease, type Showing } from './release.ts';

/*
 * A funder reads what all funders give together, in all and by kind, and takes off what it gives itself. What is left must be
 * of nobody, or of enough others.
 */

interface Grant {
  readonly funder: number;
  readonly kind: GrantKind;
  readonly cents: number;
}
const sum = (grants: readonly Grant[]) => grants.reduce((all, { cents }) => all + cents, 0);
const funders = (grants: readonly Grant[]) => new Set(grants.map(({ funder }) => funder)).size;

function countsOf(grants: readonly Grant[], reader: number | undefined): Counts {
  const own = grants.filter(({ funder }) => funder === reader);
  return {
    numerator: sum(grants),
    denominator: null,
    squares: null,
    subjects: funders(grants),
    ...(reader !== undefined && { own: { numerator: sum(own), subjects: funders(own) } }),
  };
}

/** Everything that the menu has about funds, and how a reader is shown it; nobody in particular where it is undefined. */
async function shownTo(
  reader: number | undefined,
  grants: readonly Grant[],
  told?: readonly Grant[],
): Promise<(kind?: GrantKind) => Showing | undefined> {
  const figures = [undefined, ...GRANT_KINDS].map((kind): OfferedFigure => {
    const group: Group = kind === undefined ? [] : [['GRANT_KIND', kind]];
    const counts = (of: readonly Grant[]) =>
      countsOf(
        of.filter((grant) => kind === undefined || grant.kind === kind),
        reader,
      );
    return {
      key: String(kind),
      metric: CATALOGUE.FUNDING,
      ofProgramme: true,
      group,
      counts: counts(grants),
      isKnown: false,
      told: told && { asOf: '2017-01-01', counts: counts(told) },
    };
  });
  const { showings } = await decideRelease(LIMITS, figures);
  return (kind) => showings.get(String(kind));
}

const grantsOf = (...list: readonly [funder: number, kind: GrantKind, cents: number][]): Grant[] =>
  list.map(([funder, kind, cents]) => ({ funder, kind, cents }));

const THREE = grantsOf([1, 'PUBLIC_SUBSIDY', 700], [2, 'PUBLIC_SUBSIDY', 500], [3, 'PUBLIC_SUBSIDY', 400]);

test.each([
  ['the public, of whom each of the three is one', undefined, 'PROTECTED'],
  ['a funder of something else, or of nothing', 9, 'TODAY'],
  ['one of the three', 1, 'PROTECTED'],
])('what three funders give is for %s: %s %s', async (_, reader, showing) => {
  expect((await shownTo(reader, THREE))()).toBe(showing);
});

test('one of four is told what the four give, and so is the public', async () => {
  const four = [...THREE, ...grantsOf([4, 'PUBLIC_SUBSIDY', 100])];
  for (const reader of [1, undefined]) expect((await shownTo(reader, four))('PUBLIC_SUBSIDY')).toBe('TODAY');
});

test('who gives all of it is told all of it', async () => {
  expect((await shownTo(1, grantsOf([1, 'FUNDRAISING', 700])))()).toBe('TODAY');
});

test('what came since is of enough others, too', async () => {
  const before = [4, 5, 6, 7].flatMap((funder) => grantsOf([funder, 'FUNDRAISING', 300]));
  const now = [...before, ...THREE];
  expect((await shownTo(9, now, before))()).toBe('TODAY');
  // To the public, and to one of them, they are two others.
  expect((await shownTo(undefined, now, before))()).toBe('EARLIER');
  expect((await shownTo(1, now, before))()).toBe('EARLIER');
});

test('whoever reads, what is left of a kind without its own is of nobody, of enough, or wide', async () => {
  const grant = fc.record({
    funder: fc.integer({ min: 1, max: 8 }),
    kind: fc.constantFrom(...GRANT_KINDS),
    cents: fc.integer({ min: 1, max: 1000 }),
  });
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(grant, { minLength: 3, maxLength: 14 }),
      fc.integer({ min: 0, max: 8 }),
      async (grants, reader) => {
        const shown = await shownTo(reader, grants);
        const others = grants.filter(({ funder }) => funder !== reader);
        const isFewOf = (list: readonly Grant[]) => list.length > 0 && funders(list) < LIMITS.FEWEST_FUNDERS;
        expect(isFewOf(others) && shown() !== 'PROTECTED').toBe(false);
        for (const kind of GRANT_KINDS) {
          const given = others.filter((one) => one.kind === kind);
          if (!isFewOf(given)) continue;
          tried += 1;
          const { least, greatest } = narrowed(kind, others, shown);
          expect(least).toBe(0);
          expect(greatest).toBeGreaterThanOrEqual(2 * sum(given));
        }
      },
    ),
    { numRuns: 60, seed: 20_170 },
  );
  expect(tried).toBeGreaterThan(50);
});

/** What others can have given of a kind, for who knows every sum that is shown, and that nobody gives less than nothing. */
function narrowed(
  kind: GrantKind,
  others: readonly Grant[],
  shown: (kind?: GrantKind) => Showing | undefined,
): { least: number; greatest: number } {
  const of = (one: GrantKind) => sum(others.filter((grant) => grant.kind === one));
  if (shown(kind) === 'TODAY') return { least: of(kind), greatest: of(kind) };
  if (shown() !== 'TODAY') return { least: 0, greatest: Infinity };
  // Hidden kinds share what those that are shown leave of the whole.
  const sharing = GRANT_KINDS.filter((one) => shown(one) !== 'TODAY');
  const left = sharing.reduce((total, one) => total + of(one), 0);
  return { least: sharing.length === 1 ? left : 0, greatest: left };
}
