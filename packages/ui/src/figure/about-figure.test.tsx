import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import type { About } from '../table/about.ts';
import { useAboutFigure } from './about-figure.ts';
import type { Figure, FigureResult } from './figure.ts';

const messages: Record<string, string> = JSON.parse(
  readFileSync(new URL('../messages/en.json', import.meta.url), 'utf8'),
);

function aboutOf(results: readonly FigureResult[]): About {
  let about: About = {};
  function Said() {
    about = useAboutFigure()(results);
    return null;
  }
  renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messages}>
      <Said />
    </IntlProvider>,
  );
  return about;
}

const definitionOf = (id: string, name: string) => ({
  id,
  version: 1,
  name,
  says: '',
  numerator: `Those of ${name}.`,
});
const figureOf = (id: string, name: string, rest: Partial<Figure> = {}): Figure => ({
  __typename: 'Figure',
  value: 0.5,
  numerator: 1,
  unit: 'RATE',
  asOf: '2017-12-31',
  isEarlier: false,
  definition: definitionOf(id, name),
  ...rest,
});
const parameters = { anchor: 'START', windowMonths: 12, population: 'MATURE', evidence: 'ANY' };

test('how exits are counted is said of the figures that count them, and of no other', () => {
  const { definition = '', asOf } = aboutOf([
    figureOf('EXITS', 'Exits', { parameters }),
    figureOf('JOBS', 'Jobs', { parameters: { ...parameters, windowMonths: 6 } }),
    figureOf('COMPLETED', 'Completed'),
  ]);
  expect(definition).toMatch(
    /Exits \(.*12 months from the start.*Jobs \(.*6 months from the start.*Completed \(/,
  );
  expect(definition.slice(definition.indexOf('Completed ('))).not.toContain('months');
  expect(asOf).toBe('2017-12-31');
});

test('a day is told where it is that of all; else each definition has its own', () => {
  const { definition = '', asOf } = aboutOf([
    figureOf('EXITS', 'Exits'),
    figureOf('EXITS', 'Exits', { asOf: '2017-06-30', isEarlier: true }),
    figureOf('JOBS', 'Jobs'),
  ]);
  expect(asOf).toBeUndefined();
  const [exits = '', jobs = ''] = definition.split('Jobs (');
  expect(exits).toMatch(/As of: .*30 .*2017.* and .*31 .*2017/);
  expect(jobs).not.toContain('30 ');
});

test('of answers it is told how many were asked for, of several from the lowest share to the highest', () => {
  const answersOf = (denominator: number, asked: number | null): Figure => {
    const figure = figureOf('SATISFIED', 'Satisfied', { denominator, asked });
    return { ...figure, definition: { ...figure.definition, records: 'ANSWERS' } };
  };
  expect(aboutOf([answersOf(40, 80)]).definition).toContain('Response: 40 of 80 answers asked for (50%).');
  expect(aboutOf([answersOf(40, 80), answersOf(30, 40), answersOf(5, null)]).definition).toContain(
    'Response: 50% to 75% of the answers asked for were given.',
  );
  expect(aboutOf([answersOf(40, null)]).definition).toContain(
    'how many of the answers asked for were given is not shown',
  );
  expect(aboutOf([figureOf('EXITS', 'Exits', { denominator: 40 })]).definition).not.toContain('asked');
});

test('of a rate it says within what it lies, where that shows, and how it is to be read', () => {
  const sizeOf = (bounds: Figure['bounds'], unknown: number) =>
    aboutOf([figureOf('EXITS', 'Exits', { denominator: 268, unknown, bounds })]).size;
  expect(sizeOf({ worst: 0.71, best: 1, caution: 'NOBODY_FOLLOWED' }, 77)).toContain(
    'between 71% and 100%, since of 77 it is not known; of those without an exit, nobody was heard of that late',
  );
  expect(sizeOf({ worst: 0.791, best: 0.793 }, 1)).toContain('of 1 it is not known');
  const closed = { parameters: { ...parameters, population: 'CLOSED' }, notYetObservable: 30, unknown: 77 };
  const open = figureOf('EXITS', 'Exits', { denominator: 383, ...closed, bounds: { worst: 0.72, best: 1 } });
  expect(aboutOf([open]).size).toBe(
    'among 383; between 72% and 100%, since of 77 it is not known and 30 duos are not yet observable',
  );
});
