import { STAKEHOLDERS } from '@tandem/domain/vocabulary';
import fc from 'fast-check';
import type { MapRow, ValueMap } from '../src/sroi/value-map.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

const anyRow: fc.Arbitrary<MapRow> = fc.record({
  key: fc.uuid(),
  stakeholder: fc.constantFrom(...STAKEHOLDERS),
  quantity: fc.integer({ min: 0, max: 2000 }),
  proxy: fc.integer({ min: -1_000_000, max: 5_000_000 }),
  deadweight: share,
  displacement: share,
  attribution: share,
  leakage: share,
  substitution: share,
  dropOff: share,
  durationYears: fc.integer({ min: 1, max: 10 }),
  firstYear: fc.integer({ min: 1, max: 5 }),
});

/** A value map of up to six rows into which something was put, in cents. */
export const anyMap: fc.Arbitrary<ValueMap> = fc.record({
  rows: fc.uniqueArray(anyRow, { minLength: 1, maxLength: 6, selector: ({ key }) => key }),
  investment: fc.integer({ min: 1, max: 1_000_000_000 }),
  discounting: fc.record({
    schedule: fc
      .tuple(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }))
      .map(([rate, later]) => [
        { fromYear: 1, rate },
        { fromYear: 4, rate: later },
      ]),
    convention: fc.constantFrom('END_OF_YEAR' as const, 'START_OF_YEAR' as const),
  }),
  horizonYears: fc.integer({ min: 1, max: 15 }),
});
