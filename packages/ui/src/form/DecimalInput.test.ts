import { outcomeInput } from '@tandem/domain/inputs';
import { refusalsOf } from '@tandem/domain/refusals-of';
import { expect, test } from 'vitest';
import { readTyped } from './DecimalInput.tsx';

test('what is typed is a number, nothing, or a text that is neither', () => {
  expect(readTyped('6', ',')).toBe(6);
  expect(readTyped('2,', ',')).toBe(2);
  expect(readTyped('6 mois', ',', ' mois')).toBe(6);
  expect(readTyped(' mois', ',', ' mois')).toBeNull();
  expect(readTyped('  ', ',')).toBeNull();
  expect(readTyped('6m ', ',', ' mois')).toBe('6m');
  expect(readTyped('12 50', '.')).toBe('12 50');
});

test('an optional number that cannot be read is refused at its field, and not taken for none', () => {
  const job = {
    observedOn: '2017-06-01',
    situation: 'JOB',
    contractType: 'FIXED_TERM',
    evidence: 'DECLARED',
  };
  const refused = (typed: string) => {
    const { error } = outcomeInput.safeParse({ ...job, months: readTyped(typed, ',', ' mois') });
    return error === undefined ? [] : refusalsOf(error).map(({ field, code }) => [field, code]);
  };
  expect(refused('6m')).toEqual([['months', 'NUMBER_INVALID']]);
  expect(refused('6')).toEqual([]);
  expect(refused('')).toEqual([]);
});
