import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from './column.ts';
import { toCsv } from './csv.ts';

interface Row {
  readonly name: string;
  readonly amount: number;
}
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Nom', cell: ({ name }) => name, text: ({ name }) => name },
  { id: 'amount', header: 'Montant', cell: ({ amount }) => amount, text: ({ amount }) => amount },
];

describe('a list as a file', () => {
  test('opens with a double click in Belgium: semicolons, decimal commas, byte order mark', () => {
    expect(toCsv(columns, [{ name: 'Écoles; "A"', amount: -1.5 }], 'fr')).toBe(
      '\uFEFFNom;Montant\r\n"Écoles; ""A""";-1,5\r\n',
    );
  });

  test('says below its data what it is, after an empty line', () => {
    const about = [
      { name: 'Titre', value: 'Coût; par duo' },
      { name: 'Lien', value: '=HYPERLINK("x")' },
    ];
    expect(toCsv(columns, [{ name: 'Mons', amount: 2 }], 'fr', about)).toBe(
      '\uFEFFNom;Montant\r\nMons;2\r\n\r\nTitre;"Coût; par duo"\r\nLien;"\'=HYPERLINK(""x"")"\r\n',
    );
  });

  test.each(['=1+1', '+32 2 123', '-cmd', '@sum', '\tx'])('does not let a spreadsheet run %j', (name) => {
    expect(toCsv(columns, [{ name, amount: 0 }], 'en').split('\r\n')[1]).toMatch(/^"?'/);
  });

  test('gives back whatever text was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.constantFrom('fr' as const, 'en' as const), (names, language) => {
        const rows = names.map((name) => ({ name, amount: 1 }));
        const delimiter = language === 'en' ? ',' : ';';
        const read = parse(toCsv(columns, rows, language), {
          delimiter,
          bom: true,
          from_line: 2,
          relax_column_count: false,
        });
        expect(read.map(([name]) => name)).toEqual(
          names.map((name) => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name)),
        );
      }),
    );
  });
});
