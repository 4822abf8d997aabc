import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPasted } from './pasted-rows.ts';

const branches = [{ value: '1', label: 'Liège' }];
const nothing = { engagement: undefined, branchId: undefined, plannedHours: undefined, notUnderstood: [] };

describe('a pasted list', () => {
  test('with a header in any order and language', () => {
    expect(
      readPasted(
        'E-mailadres\tNaam\tVoornaam\tVestiging\tUren\r\na@b.be\tPeeters\tJan\t LIEGE \t12\r\n',
        branches,
      ),
    ).toEqual([
      {
        line: 2,
        givenName: 'Jan',
        familyName: 'Peeters',
        email: 'a@b.be',
        engagement: undefined,
        branchId: '1',
        plannedHours: 12,
        notUnderstood: [],
      },
    ]);
  });

  test('without a header, with the address in any column', () => {
    expect(readPasted('a@b.be;Marie;Dupont\nc@d.be;Jan;Peeters', branches)).toEqual([
      { line: 1, givenName: 'Marie', familyName: 'Dupont', email: 'a@b.be', ...nothing },
      { line: 2, givenName: 'Jan', familyName: 'Peeters', email: 'c@d.be', ...nothing },
    ]);
  });

  test('with quotes, empty lines and words for what somebody will do', () => {
    expect(readPasted('"Ma""rie",Dupont,a@b.be,bénévole\n\n', branches)).toEqual([
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

  test('with the delimiter and a line break inside quotes', () => {
    const rows = readPasted('"Anne\tMarie"\t"Du\npont"\ta@b.be\nJan\tPeeters\tc@d.be', branches);
    expect(rows.map(({ line, givenName, familyName }) => [line, givenName, familyName])).toEqual([
      [2, 'Anne\tMarie', 'Du\npont'],
      [3, 'Jan', 'Peeters'],
    ]);
  });

  test('says what it does not understand, and takes nothing else instead', () => {
    const header = 'Prénom;Nom;E-mail;Engagement;Antenne;Heures\n';
    const [row] = readPasted(`${header}Jan;Peeters;c@d.be;parrain;Gand;douze`, branches);
    expect(row).toMatchObject({ engagement: undefined, branchId: undefined, plannedHours: undefined });
    expect(row?.notUnderstood).toEqual([
      { field: 'engagement', value: 'parrain' },
      { field: 'branchId', value: 'Gand' },
      { field: 'plannedHours', value: 'douze' },
    ]);
  });

  test('never fails, and never invents a row', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPasted(text, branches).length).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      }),
    );
  });
});
