import type { Row, Version } from '../src/features/sroi/sroi.queries.ts';

/** A draft of these rows, of which only what a test is about need be said. */
export function versionOf(rows: readonly Row[], change: Partial<Version> = {}): Version {
  return {
    __typename: 'SroiVersion',
    id: 'version',
    name: 'Test',
    note: null,
    status: 'DRAFT',
    version: 1,
    publishedAt: null,
    publishedBy: null,
    publishedAsOf: null,
    publishedInvestment: null,
    publishedResult: null,
    asOf: '2017-12-31',
    investment: { __typename: 'Money', cents: 1000 },
    discountSchedule: [{ __typename: 'DiscountStep', fromYear: 1, rate: 0.035 }],
    discountConvention: 'END_OF_YEAR',
    horizonYears: 3,
    seed: 1,
    draws: 1000,
    viewerCanEdit: true,
    scenarios: [],
    rows: [...rows],
    ...change,
  };
}
