import { STANDARD_THRESHOLDS as LIMITS } from '@tandem/domain/thresholds';
import { expect, test } from 'vitest';
import { CATALOGUE, type MetricId } from '../catalogue.ts';
import type { Counts, Group, OfferedFigure } from './offered-figure.ts';
import { decideRelease } from './release.ts';

function figure(
  metric: MetricId,
  group: Group,
  [numerator, denominator = null]: readonly [number, (number | null)?],
  more: Partial<Omit<OfferedFigure, 'counts'>> & { readonly counts?: Partial<Counts> } = {},
): OfferedFigure {
  return {
    key: [metric, ...group.flat()].join('/'),
    metric: CATALOGUE[metric],
    ofProgramme: false,
    group,
    isKnown: false,
    told: undefined,
    ...more,
    counts: { numerator, denominator, squares: null, subjects: null, ...more.counts },
  };
}

async function decide(figures: readonly OfferedFigure[], limits = LIMITS) {
  const { showings, quality } = await decideRelease(limits, figures);
  expect(quality).toBe('OPTIMAL');
  return Object.fromEntries(showings);
}
const counts = (numerator: number, denominator: number | null, more: Partial<Counts> = {}): Counts => ({
  numerator,
  denominator,
  squares: null,
  subjects: null,
  ...more,
});
const WOMEN: Group = [['GENDER', 'WOMAN']];
const MEN: Group = [['GENDER', 'MAN']];

test('two groups and their whole: where one is about few, the other one goes with it', async () => {
  expect(
    await decide([
      figure('POSITIVE_EXIT_RATE', [], [30, 52]),
      figure('POSITIVE_EXIT_RATE', WOMEN, [28, 40]),
      figure('POSITIVE_EXIT_RATE', MEN, [2, 12]),
    ]),
  ).toEqual({
    POSITIVE_EXIT_RATE: 'TODAY',
    'POSITIVE_EXIT_RATE/GENDER/WOMAN': 'PROTECTED',
    'POSITIVE_EXIT_RATE/GENDER/MAN': 'PROTECTED',
  });
});

test('a rate by gender is not told beside a count that gives the other gender', async () => {
  const shown = await decide([
    figure('DUOS_STARTED', [], [43], { isKnown: true }),
    figure('DUOS_STARTED', WOMEN, [40]),
    figure('DUOS_STARTED', MEN, [3]),
    // All that started are its denominator: it tells how many women there are as well.
    figure('MEETING_REGULARITY_RATE', [], [25, 43]),
    figure('MEETING_REGULARITY_RATE', WOMEN, [22, 40]),
    figure('MEETING_REGULARITY_RATE', MEN, [3, 3]),
  ]);
  expect(shown).toMatchObject({
    DUOS_STARTED: 'TODAY',
    'DUOS_STARTED/GENDER/WOMAN': 'PROTECTED',
    'DUOS_STARTED/GENDER/MAN': 'PROTECTED',
    MEETING_REGULARITY_RATE: 'TODAY',
    'MEETING_REGULARITY_RATE/GENDER/WOMAN': 'PROTECTED',
  });
});

test('exits and jobs are not both told where one person had another exit than a job', async () => {
  const shown = await decide([
    figure('POSITIVE_EXIT_RATE', [], [30, 52]),
    figure('EMPLOYMENT_RATE', [], [29, 52]),
    figure('STABLE_EMPLOYMENT_RATE', [], [20, 52]),
  ]);
  expect(Object.values(shown).filter((showing) => showing === 'PROTECTED')).toHaveLength(1);
  expect(shown['STABLE_EMPLOYMENT_RATE']).toBe('TODAY');
});

test('what few people changed stays as it was told; what many did, or nobody, is told', async () => {
  const since = (numerator: number, denominator: number) =>
    decide([
      figure('POSITIVE_EXIT_RATE', [], [numerator, denominator], {
        told: { asOf: '2017-01-01', counts: counts(30, 52) },
      }),
    ]);
  expect(await since(30, 52)).toEqual({ POSITIVE_EXIT_RATE: 'TODAY' });
  expect(await since(31, 53)).toEqual({ POSITIVE_EXIT_RATE: 'EARLIER' });
  // Ten came, and all of them had an exit.
  expect(await since(40, 62)).toEqual({ POSITIVE_EXIT_RATE: 'EARLIER' });
  expect(await since(36, 62)).toEqual({ POSITIVE_EXIT_RATE: 'TODAY' });
  // One of them was found to have none.
  expect(await since(29, 52)).toEqual({ POSITIVE_EXIT_RATE: 'EARLIER' });
});

test('a whole that moves on does not tell what a group that stays has become', async () => {
  const told = (numerator: number) => ({ told: { asOf: '2017-01-01', counts: counts(numerator, null) } });
  expect(
    await decide([
      figure('DUOS_CLOSED', [], [46], told(40)),
      figure('DUOS_CLOSED', WOMEN, [30], told(25)),
      figure('DUOS_CLOSED', MEN, [16], told(15)),
    ]),
  ).toEqual({
    DUOS_CLOSED: 'TODAY',
    // Five women came, which could be told: with the whole it would tell that one man did.
    'DUOS_CLOSED/GENDER/WOMAN': 'EARLIER',
    'DUOS_CLOSED/GENDER/MAN': 'EARLIER',
  });
});

test('limits that were raised hide what was told below them', async () => {
  const told = { told: { asOf: '2017-01-01', counts: counts(12, 30) } };
  const list = [figure('POSITIVE_EXIT_RATE', [], [12, 31], told)];
  expect(await decide(list)).toEqual({ POSITIVE_EXIT_RATE: 'EARLIER' });
  expect(await decide(list, { ...LIMITS, SMALLEST_DENOMINATOR: 50 })).toEqual({
    POSITIVE_EXIT_RATE: 'PROTECTED',
  });
});

test('a score tells with its interval how many were against, and is hidden where they are few', async () => {
  const score = (sum: number, votes: number) =>
    decide([figure('NET_PROMOTER_SCORE', [], [sum, 40], { counts: { squares: votes } })]);
  expect(await score(20, 30)).toEqual({ NET_PROMOTER_SCORE: 'TODAY' });
  // 26 in favour, two against.
  expect(await score(24, 28)).toEqual({ NET_PROMOTER_SCORE: 'PROTECTED' });
});

test('sums move on with enough of those whom they are about', async () => {
  const hours = (value: number, subjects: number) =>
    decide([
      figure('MENTORING_HOURS', [], [value], {
        counts: { subjects },
        told: { asOf: '2017-01-01', counts: counts(400, null, { subjects: 40 }) },
      }),
    ]);
  expect(await hours(410, 40)).toEqual({ MENTORING_HOURS: 'EARLIER' });
  expect(await hours(480, 42)).toEqual({ MENTORING_HOURS: 'TODAY' });
  const funds = (value: number, subjects: number) =>
    decide([
      figure('FUNDING', [], [value], {
        ofProgramme: true,
        counts: { subjects },
        told: { asOf: '2017-01-01', counts: counts(1_000_000, null, { subjects: 8 }) },
      }),
    ]);
  expect(await funds(1_050_000, 9)).toEqual({ FUNDING: 'EARLIER' });
  expect(await funds(1_500_000, 11)).toEqual({ FUNDING: 'TODAY' });
});

test('a social return moves on with enough closed duos, or where nothing but its assumptions changed', async () => {
  const ratio = (value: number, jobs: number, subjects: number) =>
    decide([
      {
        ...figure('DUOS_CLOSED', [], [value], { counts: { subjects, map: { quantities: { JOBS: jobs } } } }),
        key: 'SROI_NET',
        metric: 'SOCIAL_RETURN',
        ofProgramme: true,
        told: {
          asOf: '2017-01-01',
          counts: counts(9000, null, { subjects: 80, map: { quantities: { JOBS: 40 } } }),
        },
      },
    ]);
  expect(await ratio(9000, 40, 81)).toEqual({ SROI_NET: 'TODAY' });
  expect(await ratio(9100, 41, 81)).toEqual({ SROI_NET: 'EARLIER' });
  // One job more and another price may come to the same: the map would tell it.
  expect(await ratio(9000, 41, 81)).toEqual({ SROI_NET: 'EARLIER' });
  expect(await ratio(7000, 40, 81)).toEqual({ SROI_NET: 'TODAY' });
  expect(await ratio(11_000, 48, 90)).toEqual({ SROI_NET: 'TODAY' });
});
