import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { createIntl, RawIntlProvider } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { LOCALES, languageOf } from '../i18n/locale.ts';
import { makeFormat } from '../i18n/format.ts';
import { drawBalance } from './BalanceChart.tsx';
import { drawBars } from './BarChart.tsx';
import { drawCross } from './CrossChart.tsx';
import { drawDifferences } from './DifferenceChart.tsx';
import { drawDots } from './DotChart.tsx';
import { drawFunnel } from './FunnelChart.tsx';
import { drawHistogram } from './HistogramChart.tsx';
import { FILE_PAINT } from './paint.ts';
import type { Point } from './point.ts';
import { drawProfile } from './ProfileChart.tsx';
import { drawSankey } from './SankeyChart.tsx';
import { drawStack } from './StackedChart.tsx';
import { drawCurves } from './step-curves.tsx';
import type { Draw } from './surface.ts';
import { widthOf } from './text.tsx';
import { drawTornado } from './TornadoChart.tsx';
import { drawTrend } from './TrendChart.tsx';
import { drawWaterfall } from './WaterfallChart.tsx';

/** Words as long as those of the pages, in French. */
const WHY = 'Non affiché : moins de dix personnes, pour protéger celles et ceux que cela concerne';
const interval = { lower: 0.412, upper: 0.688 };
const points: readonly Point[] = [
  { key: 'a', label: 'Bruxelles-Capitale et Brabant wallon', value: 0.573, interval, note: 'sur 1 191' },
  { key: 'b', label: 'Liège', value: 0.4, interval: { lower: 0.39, upper: 0.45 }, note: 'sur 20' },
  { key: 'c', label: 'Gand', value: undefined, absent: 'withheld', why: WHY },
  { key: 'd', label: 'Namur', value: undefined, absent: 'noData', why: 'Rien à compter ici' },
];
const references = [
  { key: 'be', label: 'Belgique 2017, 15-64 ans, nés hors de l’Union', value: 0.485, source: 'Eurostat' },
  { key: 'own', label: 'Publié par le programme en 2025', value: 0.69, source: 'Le programme' },
];
const months = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];
const SHARES = { own: 0.5, other: 0.4, weightedOwn: 0.5, weightedOther: 0.5 };

const COUNTS = { atRisk: 1177, events: 20, competing: 10, censored: 5, counted: {} };

const DRAWINGS: Readonly<Record<string, Draw>> = {
  bars: drawBars({ bars: points, unit: 'RATE', references }),
  dots: drawDots({ dots: points, unit: 'RATE', references }),
  trend: drawTrend({
    points: months.map((month, at) => ({
      key: month,
      label: `${month} 2017`,
      value: 0.4 + at / 50,
      interval,
      counted: { unit: 'RATE', numerator: 500, denominator: 1234 },
    })),
    unit: 'RATE',
    beside: [{ key: 'eu', label: 'Taux d’emploi publié', values: { 'janv.': 0.7, 'déc.': 0.63 } }],
  }),
  differences: drawDifferences({
    differences: points.map((point) => ({ ...point, ...(point.value !== undefined && { value: -0.013 }) })),
    unit: 'RATE',
    lowerLabel: 'moins de sorties que dans le groupe de comparaison',
    higherLabel: 'plus de sorties que dans le groupe de comparaison',
  }),
  'small differences': drawDifferences({
    differences: [{ key: 'a', label: 'Différence', value: 0.02, interval: { lower: -0.012, upper: 0.052 } }],
    unit: 'RATE',
    lowerLabel: 'moins',
    higherLabel: 'plus',
  }),
  'differences of cost': drawDifferences({
    differences: [
      { key: 'a', label: 'Différence', value: -120_000, interval: { lower: -250_000, upper: 12_000 } },
    ],
    unit: 'CENTS',
    lowerLabel: 'moins cher',
    higherLabel: 'plus cher',
  }),
  balance: drawBalance({
    rows: [
      {
        ...SHARES,
        key: 'w',
        label: 'Femmes sans diplôme reconnu de l’enseignement secondaire',
        before: 0.57,
        after: 0.01,
      },
      { ...SHARES, key: 'o', label: 'Autres', before: null, after: null },
    ],
    limit: 0.1,
    beforeLabel: 'Tels qu’ils sont, sans pondération',
    afterLabel: 'Pondérés comme les participants',
  }),
  curves: drawCurves({
    curves: [
      {
        key: 'a',
        label: 'Emploi stable',
        steps: months.map((_, at) => ({ ...COUNTS, at, value: 0.2, lower: 0.1, upper: 0.3 })),
      },
      {
        key: 'b',
        label: 'Formation ou stage',
        steps: months.map((_, at) => ({ ...COUNTS, at, value: 0.21, lower: 0.1, upper: 0.3 })),
      },
      { key: 'c', label: 'Autre fin du duo', steps: [], why: WHY },
    ],
    end: 24,
    timeHeader: 'Mois depuis le début du duo',
  }),
  'one curve': drawCurves({
    curves: [
      {
        key: 'a',
        label: 'Emploi stable',
        steps: months.map((_, at) => ({ ...COUNTS, at, value: 0.2, lower: 0.1, upper: 0.3 })),
      },
    ],
    end: 11,
    timeHeader: 'Mois depuis le début du duo',
  }),
  funnel: drawFunnel({
    stages: [
      { key: 'a', label: 'Séance d’info', count: 12_620 },
      { key: 'b', label: 'Entretien d’accueil', count: 11_430, conversion: 0.69, interval, medianDays: 121 },
      { key: 'c', label: 'Duo', count: undefined, absent: 'withheld', why: WHY },
    ],
  }),
  stack: drawStack({
    layers: [
      { key: 'p', label: 'Pouvoirs publics régionaux' },
      { key: 'f', label: 'Fondations' },
      { key: 'e', label: 'Entreprises, mécénat de compétences' },
    ],
    columns: [2013, 2014, 2015, 2016, 2017].map((year) => ({
      key: String(year),
      label: String(year),
      values: { p: 29_000_000, f: 100_000, e: 90_000 },
    })),
    unit: 'CENTS',
  }),
  histogram: drawHistogram({
    bins: Array.from({ length: 20 }, (_, at) => ({
      from: 4 + at / 4,
      to: 4.25 + at / 4,
      count: 400 * (at + 1),
    })),
    unit: 'RATIO',
    interval: { lower: 6.2, upper: 8.8 },
    intervalLabel: '90 % des tirages',
    marker: { value: 8.9, label: 'Rapport net' },
  }),
  tornado: drawTornado({
    centre: 8.9,
    centreLabel: 'Rapport net',
    unit: 'RATIO',
    swings: [
      {
        key: 'd',
        label: 'Effet d’aubaine : jeunes au travail',
        low: 10.8,
        high: 8.1,
        lowLabel: '40 %',
        highLabel: '55,4 %',
        lowEnd: 0.4,
        highEnd: 0.554,
        endUnit: 'part de 1',
      },
      {
        key: 'p',
        label: 'Valeur unitaire : jeunes au travail',
        low: 6.8,
        high: 8.9,
        lowLabel: '25 682 €',
        highLabel: '33 443 €',
        lowEnd: 25_682,
        highEnd: 33_443,
        endUnit: 'EUR',
      },
      {
        key: 'm',
        label: 'Déplacement : jeunes au travail',
        low: 8.9,
        high: 7.6,
        lowLabel: '0 %',
        highLabel: '15 %',
        lowEnd: 0,
        highEnd: 0.15,
        endUnit: 'part de 1',
      },
    ],
  }),
  waterfall: drawWaterfall({
    steps: [
      { key: 'g', label: 'Valeur brute', value: 1_798_600_000, kind: 'total' },
      { key: 'd', label: 'Effet d’aubaine', value: -909_000_000, kind: 'change' },
      { key: 'n', label: 'Valeur nette', value: 889_600_000, kind: 'total' },
    ],
    unit: 'CENTS',
  }),
  sankey: drawSankey({
    nodes: [
      { key: 'a', label: 'Pouvoirs publics' },
      { key: 'b', label: 'Fondations privées et fonds d’utilité publique' },
      { key: 'c', label: 'Entreprises' },
      { key: 'd', label: 'Autres moyens du programme' },
      { key: 'v', label: 'Salaires et charges sociales' },
      { key: 'w', label: 'Loyer' },
      { key: 'x', label: 'Communication et événements' },
      { key: 'y', label: 'Formation des mentors' },
      { key: 'z', label: 'Pas encore dépensé' },
    ],
    flows: ['a', 'b', 'c', 'd'].flatMap((source, from) =>
      ['v', 'w', 'x', 'y', 'z'].map((target, to) => ({
        source,
        target,
        value: from === 0 && to === 0 ? 90_000_000 : 100_000 * (from + 1),
      })),
    ),
    groups: [],
    unit: 'CENTS',
  }),
  'sankey of three columns': drawSankey({
    nodes: [
      { key: 'a', label: 'Service public régional de l’emploi' },
      { key: 'b', label: 'Fonds social européen' },
      { key: 'c', label: 'Banque du Parc' },
      { key: 'p', label: 'Subventions publiques' },
      { key: 'm', label: 'Mécénat de compétences' },
      { key: 'v', label: 'Salaires et charges sociales' },
      { key: 'w', label: 'Communication et événements' },
      { key: 'x', label: 'Loyer' },
      { key: 'z', label: 'Pas encore dépensé' },
    ],
    flows: [
      { source: 'a', target: 'p', value: 47_000_000 },
      { source: 'b', target: 'p', value: 300_000 },
      { source: 'c', target: 'm', value: 9_000_000 },
      ...['v', 'w', 'x', 'z'].flatMap((target, at) => [
        { source: 'p', target, value: at === 0 ? 47_000_000 : 100_000 },
        { source: 'm', target, value: at === 0 ? 8_700_000 : 100_000 },
      ]),
    ],
    groups: [],
    unit: 'CENTS',
  }),
  profile: drawProfile({
    groups: [
      {
        key: 'a',
        label: 'Moins de 25 ans, sans diplôme reconnu',
        left: { count: 12, share: 0.4 },
        right: { count: undefined, share: undefined, absent: 'withheld', why: WHY },
      },
      { key: 'b', label: '65 ans et plus', left: { count: 12, share: 1 }, right: { count: 40, share: 1 } },
    ],
    leftLabel: 'Jeunes accompagnés',
    rightLabel: 'Mentors engagés',
  }),
  cross: drawCross({
    columns: points.map(({ key, label }) => ({ key, label })),
    rows: [{ key: 'r', label: 'Femmes sans diplôme reconnu', cells: points }],
    unit: 'RATE',
  }),
};

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the lines of a drawing's words stand, by the markup and the widths that letters are reckoned with. */
function boxesOf(markup: string): readonly Box[] {
  const boxes: Box[] = [];
  const shifts: (readonly [number, number])[] = [[0, 0]];
  let [size, anchor] = [0, ''];
  for (const [token, tag = '', attributes = '', said = ''] of markup.matchAll(
    /<(\/g|g|text|tspan)([^>]*)>([^<]*)/g,
  )) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const [x, y] = shifts.at(-1) ?? [0, 0];
    if (tag === '/g') shifts.pop();
    else if (tag === 'g') {
      const [, right = '0', down = '0'] = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(token) ?? [];
      shifts.push([x + Number(right), y + Number(down)]);
    } else if (tag === 'text') [size, anchor] = [Number(attribute('font-size')), attribute('text-anchor')];
    else if (said !== '') {
      const text = said.replaceAll('&#x27;', '’').replaceAll('&amp;', '&');
      const width = widthOf(text, size);
      const left =
        x + Number(attribute('x')) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      const middle = y + Number(attribute('y'));
      boxes.push({ text, left, right: left + width, top: middle - size / 2, bottom: middle + size / 2 });
    }
  }
  return boxes;
}

/** What a pixel of rounding does not make overprint. */
const SLACK = 1;

describe.each(Object.entries(DRAWINGS))('the words of %s', (_name, draw) => {
  test.each(LOCALES)('stand apart, and within the drawing, on a phone and on a desk (%s)', (locale) => {
    const file = new URL(`../messages/${languageOf(locale)}.json`, import.meta.url);
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const intl = createIntl({ locale, messages });
    for (const width of [320, 358, 700, 900]) {
      const plot = draw({ width, paint: FILE_PAINT, intl, format: makeFormat(intl) });
      const boxes = boxesOf(
        renderToStaticMarkup(
          <RawIntlProvider value={intl}>
            <svg>{plot.body}</svg>
          </RawIntlProvider>,
        ),
      );
      expect(boxes.length).toBeGreaterThan(1);
      const beyond = boxes.filter(
        ({ left, right, top, bottom }) =>
          left < -SLACK ||
          right > (plot.width ?? width) + SLACK ||
          top < -SLACK ||
          bottom > plot.height + SLACK,
      );
      const over = boxes.flatMap((box, at) =>
        boxes
          .slice(at + 1)
          .filter(
            (other) =>
              Math.min(box.right, other.right) - Math.max(box.left, other.left) > SLACK &&
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > SLACK,
          )
          .map((other) => [box.text, other.text]),
      );
      expect({ width, beyond: beyond.map(({ text }) => text), over }).toEqual({
        width,
        beyond: [],
        over: [],
      });
    }
  });
});
