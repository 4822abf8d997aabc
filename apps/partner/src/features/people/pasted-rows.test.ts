import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchOf, readPasted } from './pasted-rows.ts';

const nothing = { engagement: undefined, branch: undefined, plannedHours: undefined };

describe('a pasted list', () => {
  test('with a header in any order and language', () => {
    expect(
      readPasted('E-mailadres\tNaam\tVoornaam\tVestiging\tUren\r\na@b.be\tPeeters\tJan\tGent\t12\r\n'),
    ).toEqual([
      {
        line: 2,
        givenName: 'Jan',
        familyName: 'Peeters',
        email: 'a@b.be',
        engagement: undefined,
        branch: 'Gent',
        plannedHours: 12,
      },
    ]);
  });

  test('without a header, with the address in any column', () => {
    expect(readPasted('a@b.be;Marie;Dupont\nc@d.be;Jan;Peeters')).toEqual([
      { line: 1, givenName: 'Marie', familyName: 'Dupont', email: 'a@b.be', ...nothing },
      { line: 2, givenName: 'Jan', familyName: 'Peeters', email: 'c@d.be', ...nothing },
    ]);
  });

  test('with quotes, empty lines and words for what somebody will do', () => {
    expect(readPasted('"Ma""rie",Dupont,a@b.be,bénévole\n\n')).toEqual([
      {
        line: 1,
        givenName: 'Ma"rie',
        familyName: 'Dupont',
        email: 'a@b.be',
        ...nothing,
        engagement: 'VOLUNTEER',
      },
    ]);
  });

  test('never fails, and never invents a row', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPasted(text).length).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      }),
    );
  });
});

test('a branch is found whatever its accents and capitals', () => {
  const branches = [{ value: '1', label: 'Liège' }];
  expect(branchOf(' LIEGE ', branches)).toBe('1');
  expect(branchOf('Gand', branches)).toBeUndefined();
});
