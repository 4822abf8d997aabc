import { describe, expect, test } from 'vitest';
import { RESEARCH_VARIABLES, variablesNamed } from './variables.ts';
import { WITHHOLDING_ORDER, withholdingPlaces } from './withholding-places.ts';

describe('variables of the data set for research', () => {
  test('have a name of their own, in snake case', () => {
    const names = RESEARCH_VARIABLES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
  });

  test('have words in each language, and other ones than other variables', () => {
    for (const locale of ['fr', 'nl', 'en'] as const) {
      const labels = RESEARCH_VARIABLES.map(({ words }) => words[locale]);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels).not.toContain('');
    }
  });

  test('are withheld in an order that has each identifying one, and no other', () => {
    const identifying = RESEARCH_VARIABLES.filter(({ role }) => role === 'IDENTIFYING').map(
      ({ name }) => name,
    );
    expect(WITHHOLDING_ORDER.toSorted()).toEqual(identifying.toSorted());
  });

  test('take the pseudonym with them that would tell them from another row', () => {
    const placesOf = (...names: string[]) => withholdingPlaces(variablesNamed(names) ?? []);
    expect(placesOf('duo', 'mentee', 'mentor', 'start_month', 'branch', 'mentee_gender')).toEqual([
      { name: 'start_month', place: 0 },
      { name: 'branch', place: 1 },
      { name: 'mentee', place: 1 },
      { name: 'mentor', place: 1 },
      { name: 'mentee_gender', place: 2 },
    ]);
    expect(placesOf('mentee', 'mentor', 'mentee_gender').map(({ name }) => name)).toEqual([
      'mentee_gender',
      'mentee',
    ]);
    expect(placesOf('mentee', 'mentor', 'start_month').map(({ name }) => name)).toEqual(['start_month']);
  });

  test('of which few identify by default, and none is sensitive or needs more than taking data out', () => {
    const chosen = RESEARCH_VARIABLES.filter(({ byDefault }) => byDefault);
    expect(chosen.filter(({ role }) => role === 'IDENTIFYING').map(({ name }) => name)).toEqual([
      'mentee_gender',
      'mentee_age_band',
      'mentee_education',
    ]);
    expect(chosen.filter(({ role, needs }) => role === 'SENSITIVE' || needs !== undefined)).toEqual([]);
  });

  test('come in the order of the file, and a name that is none is refused', () => {
    expect(variablesNamed(['meetings', 'duo', 'duo'])?.map(({ name }) => name)).toEqual(['duo', 'meetings']);
    expect(variablesNamed(['duo', 'name'])).toBeUndefined();
  });
});
