import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { toXlsx } from './xlsx.ts';

interface Row {
  readonly name: string;
  readonly share: number | null;
  readonly amount: number;
  readonly day: string;
  readonly at: string;
}
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Nom', cell: ({ name }) => name, text: ({ name }) => name },
  { id: 'share', header: 'Part', as: 'rate', cell: ({ share }) => share, text: ({ share }) => share },
  {
    id: 'amount',
    header: 'Montant',
    as: 'money',
    cell: ({ amount }) => amount,
    text: ({ amount }) => amount,
  },
  { id: 'day', header: 'Jour', cell: ({ day }) => day, text: ({ day }) => day },
  { id: 'at', header: 'Moment', cell: ({ at }) => at, text: ({ at }) => at },
];

test('a workbook holds numbers, days and moments as such, texts as texts, and says what it is', async () => {
  const rows: Row[] = [
    { name: '=1+1', share: 0.712, amount: 2121.54, day: '2017-12-31', at: '2017-12-31T22:30:00.000Z' },
    { name: 'Liège & Gand', share: null, amount: -3, day: '2024-02-29', at: '2024-02-29T00:00:00.000Z' },
  ];
  const file = await toXlsx({
    columns,
    rows,
    sheets: ['Données', 'À propos'],
    about: [{ name: 'Définition', value: 'Sorties positives' }],
  });
  expect(await readWorkbook(Buffer.from(await file.arrayBuffer()))).toEqual([
    {
      sheet: 'Données',
      data: [
        ['Nom', 'Part', 'Montant', 'Jour', 'Moment'],
        ['=1+1', 0.712, 2121.54, new Date('2017-12-31'), new Date('2017-12-31T22:30:00.000Z')],
        ['Liège & Gand', null, -3, new Date('2024-02-29'), new Date('2024-02-29T00:00:00.000Z')],
      ],
    },
    { sheet: 'À propos', data: [['Définition', 'Sorties positives']] },
  ]);
});
