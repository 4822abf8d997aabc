import { readFileSync } from 'node:fs';
import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { LOCALES, languageOf } from '../i18n/locale.ts';
import { drawBalance } from './BalanceChart.tsx';
import { drawBars } from './BarChart.tsx';
import { chartSvg } from './chart-svg.tsx';
import { drawCross } from './CrossChart.tsx';
import { drawDifferences } from './DifferenceChart.tsx';
import { drawDots } from './DotChart.tsx';
import { drawFunnel } from './FunnelChart.tsx';
import { drawHistogram } from './HistogramChart.tsx';
import type { Point } from './point.ts';
import { drawProfile } from './ProfileChart.tsx';
import { drawSankey } from './SankeyChart.tsx';
import { drawStack } from './StackedChart.tsx';
import { drawCurves } from './step-curves.tsx';
import type { Draw } from './surface.ts';
import { drawTornado } from './TornadoChart.tsx';
import { drawTrend } from './TrendChart.tsx';
import { drawWaterfall } from './WaterfallChart.tsx';

const WHY = 'Not shown: too few people';
const interval = { lower: 0.5, upper: 0.8 };
const points: readonly Point[] = [
  { key: 'a', label: 'Brussels', value: 0.66, interval, note: 'of 191' },
  { key: 'b', label: 'Liège', value: 0.4 },
  { key: 'c', label: 'Ghent', value: undefined, absent: 'withheld', why: WHY },
  { key: 'd', label: 'Namur', value: undefined, absent: 'noData', why: 'No data' },
];
const references = [
  { key: 'be', label: 'Belgium 2017', value: 0.685, source: 'Eurostat' },
  { key: 'own', label: 'Published 2025', value: 0.69, source: 'The programme' },
];

const SHARES = { own: 0.5, other: 0.4, weightedOwn: 0.5, weightedOther: 0.5 };

/** Each drawing with what it must say, and the same drawing of nothing. */
const DRAWINGS: Readonly<Record<string, readonly [full: Draw, empty: Draw, says: readonly string[]]>> = {
  bars: [
    drawBars({ bars: points, unit: 'RATE', references }),
    drawBars({ bars: [], unit: 'RATE' }),
    ['Brussels', 'Liège', WHY, 'Belgium 2017', 'Published 2025'],
  ],
  trend: [
    drawTrend({ points, unit: 'RATE', beside: [{ key: 'eu', label: 'Belgium', values: { a: 0.7 } }] }),
    drawTrend({ points: [], unit: 'CENTS' }),
    ['Brussels', WHY, 'Belgium'],
  ],
  dots: [
    drawDots({ dots: points, unit: 'RATE', references }),
    drawDots({ dots: [], unit: 'RATE' }),
    ['Brussels', WHY, 'Belgium 2017', 'Published 2025'],
  ],
  differences: [
    drawDifferences({ differences: points, unit: 'RATE', lowerLabel: 'fewer', higherLabel: 'more' }),
    drawDifferences({ differences: [], unit: 'RATE', lowerLabel: 'fewer', higherLabel: 'more' }),
    ['Brussels', WHY, '← fewer', 'more →'],
  ],
  balance: [
    drawBalance({
      rows: [
        { ...SHARES, key: 'w', label: 'Woman', before: 0.57, after: 0.01 },
        { ...SHARES, key: 'o', label: 'Other', before: null, after: null },
      ],
      limit: 0.1,
      beforeLabel: 'As they are',
      afterLabel: 'Weighted',
    }),
    drawBalance({ rows: [], limit: 0.1, beforeLabel: 'As they are', afterLabel: 'Weighted' }),
    ['Woman', 'Other', 'As they are', 'Weighted'],
  ],
  curves: [
    drawCurves({
      curves: [
        {
          key: 'a',
          label: 'Job',
          steps: [
            {
              at: 0,
              value: 0.2,
              lower: 0.1,
              upper: 0.3,
              atRisk: 77,
              events: 2,
              competing: 3,
              censored: 4,
              counted: {},
            },
          ],
        },
        { key: 'b', label: 'Training', steps: [], why: WHY },
      ],
      end: 12,
      timeHeader: 'Months',
    }),
    drawCurves({ curves: [], end: 12, timeHeader: 'Months' }),
    ['Job', 'Training', '77', 'Months'],
  ],
  funnel: [
    drawFunnel({
      stages: [
        { key: 'a', label: 'Info session', count: 620 },
        { key: 'b', label: 'Interview', count: 430, conversion: 0.69, interval, medianDays: 21 },
        { key: 'c', label: 'Duo', count: undefined, absent: 'withheld', why: WHY },
      ],
    }),
    drawFunnel({ stages: [] }),
    ['Info session', '620', '430', WHY],
  ],
  stack: [
    drawStack({
      layers: [
        { key: 'p', label: 'Public' },
        { key: 'f', label: 'Foundations' },
      ],
      columns: [
        { key: '1', label: '2016', values: { p: 900, f: -100 } },
        { key: '2', label: '2017', values: {}, absent: 'withheld', why: WHY },
      ],
      unit: 'COUNT',
    }),
    drawStack({ layers: [], columns: [], unit: 'COUNT' }),
    ['Public', 'Foundations', '2016', WHY],
  ],
  histogram: [
    drawHistogram({
      bins: [
        { from: 0, to: 1, count: 20 },
        { from: 1, to: 2, count: 31 },
      ],
      unit: 'RATIO',
      interval: { lower: 0.2, upper: 1.8 },
      intervalLabel: '90 % of the draws',
      marker: { value: 1.2, label: 'Net' },
    }),
    drawHistogram({ bins: [], unit: 'RATIO', interval: { lower: 0, upper: 0 }, intervalLabel: '90 %' }),
    ['90 % of the draws', 'Net'],
  ],
  tornado: [
    drawTornado({
      centre: 4.2,
      centreLabel: 'Net ratio',
      unit: 'RATIO',
      swings: [
        {
          key: 'd',
          label: 'Deadweight',
          low: 6.1,
          high: 2.3,
          lowLabel: '10 %',
          highLabel: '50 %',
          lowEnd: 0.1,
          highEnd: 0.5,
          endUnit: 'share of 1',
        },
      ],
    }),
    drawTornado({ centre: 4.2, centreLabel: 'Net ratio', unit: 'RATIO', swings: [] }),
    ['Deadweight', 'Net ratio', '10 %', '50 %'],
  ],
  waterfall: [
    drawWaterfall({
      steps: [
        { key: 'g', label: 'Gross', value: 18_000, kind: 'total' },
        { key: 'd', label: 'Deadweight', value: -7000, kind: 'change' },
        { key: 'n', label: 'Net', value: 11_000, kind: 'total' },
      ],
      unit: 'COUNT',
    }),
    drawWaterfall({ steps: [], unit: 'COUNT' }),
    ['Gross', 'Deadweight', 'Net'],
  ],
  sankey: [
    drawSankey({
      nodes: [
        { key: 'f', label: 'Fund' },
        { key: 'a', label: 'Activity' },
      ],
      flows: [{ source: 'f', target: 'a', value: 10 }],
      groups: [],
      unit: 'COUNT',
    }),
    drawSankey({ nodes: [], flows: [], groups: [], unit: 'COUNT' }),
    ['Fund → Activity'],
  ],
  profile: [
    drawProfile({
      groups: [
        {
          key: 'a',
          label: 'Under 25',
          left: { count: 12, share: 0.4 },
          right: { count: undefined, share: undefined, absent: 'withheld', why: WHY },
        },
      ],
      leftLabel: 'Mentees',
      rightLabel: 'Mentors',
    }),
    drawProfile({ groups: [], leftLabel: 'Mentees' }),
    ['Under 25', 'Mentees', 'Mentors', WHY],
  ],
  cross: [
    drawCross({
      columns: points.map(({ key, label }) => ({ key, label })),
      rows: [{ key: 'r', label: 'Women', cells: points }],
      unit: 'RATE',
    }),
    drawCross({ columns: [], rows: [], unit: 'RATE' }),
    ['Women', 'Ghent', WHY],
  ],
};

const words = {
  title: 'The finding',
  fileName: 'finding',
  about: {
    source: 'Records',
    asOf: '2017-12-31',
    definition: 'POSITIVE_EXIT_RATE 1',
    link: 'https://tandem.example/admin/indicators/POSITIVE_EXIT_RATE',
  },
};

describe.each(Object.entries(DRAWINGS))('%s', (_name, [full, empty, says]) => {
  const svgIn = (locale: (typeof LOCALES)[number], draw: Draw, width: number) => {
    const file = new URL(`../messages/${languageOf(locale)}.json`, import.meta.url);
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const onError = (error: Error) => {
      throw error;
    };
    const intl = createIntl({ locale, messages, onError });
    return chartSvg({ words, draw, intl, alternative: 'in words', width });
  };

  test.each(LOCALES)('stands alone as a file (%s)', (locale) => {
    for (const width of [340, 900]) {
      const svg = svgIn(locale, full, width);
      // Long words go on in the next line.
      const said = svg.replaceAll(/<\/tspan><tspan[^>]*>/g, '');
      for (const text of [
        ...says,
        'The finding',
        'Records',
        '2017',
        'POSITIVE_EXIT_RATE 1',
        words.about.link,
      ])
        expect(said).toContain(text);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|var\(|class="(?!visx)/);
    }
  });

  test('draws nothing where there is nothing', () => {
    expect(svgIn('en-GB', empty, 340)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
