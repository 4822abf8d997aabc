import { renderToStaticMarkup } from 'react-dom/server';
import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { makeFormat } from '../i18n/format.ts';
import { FILE_PAINT } from './paint.ts';
import { drawSankey } from './SankeyChart.tsx';

test('a group is followed by its colour from one end to the other, and what is of none is grey', () => {
  const intl = createIntl({ locale: 'en-GB', messages: { 'about.line': '{name}: {value}' } });
  const { body } = drawSankey({
    nodes: [
      { key: 'region', label: 'Region', group: 'public' },
      { key: 'town', label: 'Town', group: 'public' },
      { key: 'fund', label: 'Fund', group: 'private' },
      { key: 'public', label: 'Public', group: 'public' },
      { key: 'private', label: 'Private', group: 'private' },
      { key: 'other', label: 'Other means' },
      { key: 'rent', label: 'Rent' },
    ],
    flows: [
      { source: 'region', target: 'public', value: 60 },
      { source: 'town', target: 'public', value: 40 },
      { source: 'fund', target: 'private', value: 50 },
      { source: 'public', target: 'rent', value: 100 },
      { source: 'private', target: 'rent', value: 50 },
      { source: 'other', target: 'rent', value: 10 },
    ],
    groups: ['private', 'public'],
    unit: 'COUNT',
  })({ width: 900, paint: FILE_PAINT, intl, format: makeFormat(intl) });
  const drawn = renderToStaticMarkup(<svg>{body}</svg>);
  const bands = [...drawn.matchAll(/stroke="(#\w+)" stroke-opacity/g)].map(([, colour]) => colour);
  const [first, second] = FILE_PAINT.series;
  expect(bands).toEqual([second, second, first, second, first, FILE_PAINT.muted]);
  const nodes = [...drawn.matchAll(/<rect [^>]*fill="(#\w+)"/g)].map(([, colour]) => colour);
  expect(nodes).toEqual([second, second, first, second, first, FILE_PAINT.muted, FILE_PAINT.muted]);
});
