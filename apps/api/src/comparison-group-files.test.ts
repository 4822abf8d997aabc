import { describe, expect, onTestFinished, test } from 'vitest';
import { analyst, kit, takeGroups } from '../test/comparison-kit.ts';
import { ask } from '../test/testkit.ts';
import { refusalInWords } from './features/imports/refusal-words.ts';

describe('a file of a comparison group', () => {
  test('is written in any of the words and forms that the page names', async () => {
    const { comparisonFields } = await ask(
      kit,
      analyst,
      '{ comparisonFields { name required headers choices { code words } } }',
    );
    const field = (name: string) => comparisonFields.find((one: { name: string }) => one.name === name);
    expect(field('comparison_group')).toMatchObject({ required: true, choices: [] });
    // A country is known by its name or its letters: no list of them is handed out.
    expect(field('country')).toMatchObject({ required: false, choices: [] });
    const said: { code: string; words: string[] }[] = field('gender').choices;
    expect(said.map(({ code }) => code)).toEqual(['WOMAN', 'MAN', 'OTHER']);
    const days = ['31/05/2016', '31-05-2016', '31.05.2016', '2016-05-31'];
    const lines = said
      .flatMap(({ code, words }) => [code, ...words])
      .map(
        (word, index) =>
          `Autres 2016;w-${index};${word};;01/03/2016;15/06/2017;;${days[index % days.length]}`,
      );
    expect((await takeGroups(lines, true)).files[0]).toMatchObject({ accepted: lines.length, refused: 0 });
  });

  test('counts a job as a positive exit on its day, also where no exit or a later one is written', async () => {
    const person = (pseudonym: string, exits: string) =>
      `Emplois 2016;${pseudonym};f;;01/03/2016;15/06/2017;${exits}`;
    await takeGroups([
      person('j-1', ';10/05/2016'),
      person('j-2', '12/06/2016;10/05/2016'),
      person('j-3', '12/06/2016;'),
    ]);
    onTestFinished(() => kit.db.query(`delete from comparison_group where name = 'Emplois 2016'`));
    expect(
      await kit.db.query(
        `select pseudonym, exit_on, job_on from comparison_member where pseudonym ~ '^j-' order by pseudonym`,
      ),
    ).toEqual([
      { pseudonym: 'j-1', exit_on: '2016-05-10', job_on: '2016-05-10' },
      { pseudonym: 'j-2', exit_on: '2016-05-10', job_on: '2016-05-10' },
      { pseudonym: 'j-3', exit_on: '2016-06-12', job_on: null },
    ]);
  });

  test('has no names, no days out of order, nobody twice, and says nothing else than the record', async () => {
    const line = (pseudonym: string, rest: string) => `Demandeurs 2016;${pseudonym};${rest}`;
    await takeGroups([line('f-0', 'f;;01/03/2016;15/06/2017;10/05/2016;')]);
    const { files } = await takeGroups([
      line('Amina Diallo', 'f;;01/03/2016;15/06/2017;;'),
      line('amina@example.org', 'f;;01/03/2016;15/06/2017;;'),
      line('amina', 'f;;01/03/2016;15/06/2017;;'),
      line('n-1', 'f;;01/03/2016;15/06/2017;01/02/2016;'),
      line('n-2', 'f;;01/03/2016;15/06/2016;;01/07/2016'),
      line('n-3', 'f;;01/03/2016;15/06/2017;;'),
      line('n-3', 'f;;01/03/2016;15/06/2017;;'),
      line('f-0', 'h;;01/03/2016;15/06/2017;10/05/2016;'),
    ]);
    expect(files[0]?.refusals.map(({ line: at, column, code }) => [at, column, code])).toEqual([
      [2, 'Pseudonyme', 'NOT_A_PSEUDONYM'],
      [3, 'Pseudonyme', 'NOT_A_PSEUDONYM'],
      [4, 'Pseudonyme', 'NOT_A_PSEUDONYM'],
      [5, 'Sortie positive', 'STEP_OUT_OF_ORDER'],
      [6, "Observé jusqu'au", 'STEP_OUT_OF_ORDER'],
      [8, 'Pseudonyme', 'REPEATED_IN_LIST'],
      [9, 'Sexe', 'RECORD_DIFFERS'],
    ]);
    const why = files[0]?.refusals.flatMap((refusal) =>
      refusal.code === 'STEP_OUT_OF_ORDER' ? [refusalInWords('COMPARISONS', refusal, 'fr')] : [],
    );
    expect(why).toEqual([
      'précède «\u00A0Début\u00A0» (1 mars 2016), qui vient avant',
      'précède «\u00A0Emploi\u00A0» (1 juil. 2016), qui vient avant',
    ]);
  });
});
