import type { MetricUnit } from '@tandem/domain/figure-units';
import { responsesOf } from '@tandem/metrics/asked';
import { METRICS } from '@tandem/metrics/catalogue';
import { compileFigure } from '@tandem/metrics/compile';
import type { CriterionValue } from '@tandem/metrics/criterion';
import {
  dimensionsOf,
  parametersOf,
  type Audience,
  type MetricDefinition,
  type MetricWords,
} from '@tandem/metrics/definition';
import { measuresOf } from '@tandem/metrics/figure-query';
import { expect, test } from 'vitest';
import { METRIC_CHECKS } from '../../../test/metric-checks.ts';

/*
 * The handbook of indicators, docs/indicators: a page for each, written from the catalogue. Write it again with `vitest -u`.
 */
const FOLDER = '../../../../../docs/indicators';

const UNITS: Readonly<Record<MetricUnit, string>> = {
  RATE: 'a share, 0 to 1, with a 95 % interval after Wilson',
  SCORE: 'a score from −100 to 100, with a 95 % interval by the normal approximation',
  COUNT: 'a number',
  HOURS: 'hours',
  CENTS: 'money, in cents',
  RATIO: 'a ratio',
};
const OUTSIDERS: Readonly<Record<Audience, string>> = {
  GRANTS:
    '; a partner over the duos that its grants pay; everybody over the whole programme, once it is published',
  PROGRAMME: '; a partner, and everybody once it is published, over the whole programme',
  STAFF: '',
};

test.each(METRICS.map((metric) => [metric.id, metric] as const))('the page of %s', async (id, metric) => {
  await expect(pageOf(metric)).toMatchFileSnapshot(`${FOLDER}/${id}.md`);
});

test('the list of all', async () => {
  const lines = METRICS.map(
    ({ id, version, group, words }) =>
      `| [${words.en.name}](${id}.md) | ${group} | ${version} | ${words.en.says} |`,
  );
  const text = `# Indicators\n\nWritten from the catalogue (packages/metrics/src/catalogue). [README.md](README.md) says how one is added.\n\n| indicator | group | version | what it says |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
  await expect(text).toMatchFileSnapshot(`${FOLDER}/LIST.md`);
});

function pageOf(metric: MetricDefinition): string {
  const { id, version, group, unit, audience, words, former = [] } = metric;
  const check = METRIC_CHECKS.find((one) => one.id === id)?.sql ?? '';
  const statement = compileFigure(metric, { asOf: '2017-12-31' });
  return `${[
    `# ${words.en.name}`,
    words.en.says,
    table([
      ['id', `\`${id}\``],
      ['version', String(version)],
      ['group', group],
      ['is', UNITS[unit]],
      ['seen by', `${group === 'ECONOMY' ? 'staff who see money' : 'staff'}${OUTSIDERS[audience]}`],
      ['counted', words.en.numerator],
      ['out of', words.en.denominator ?? 'nothing: the figure is the number itself'],
      ['parameters', parametersSaid(metric)],
      ['broken down by', dimensionsOf(metric).join(', ') || 'nothing'],
      ['beside it', besideIt(metric)],
    ]),
    '## In French and Dutch',
    inOtherLanguages(words),
    ...(former.length === 0 ? [] : ['## Former versions']),
    ...former.map(
      (one) =>
        `**Version ${one.version}**, until ${one.replacedOn}. ${one.replaced.en} Counted: ${one.words.en.numerator} Out of: ${one.words.en.denominator ?? 'nothing.'}`,
    ),
    '## How it is counted',
    `From facts, with the usual parameters; \`$1\` is the as-of day.`,
    fenced(statement.text),
    ...(metric.criterion === undefined
      ? []
      : ['## What each record tells', criterionSaid(metric.criterion, metric)]),
    '## The same by hand',
    'Over the records, without the engine. A test holds both to each other on several days.',
    fenced(check.trim()),
  ].join('\n\n')}\n`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

/** The values on which it rests whether a record counts, each with where it comes from. */
function criterionSaid(criterion: readonly CriterionValue[], metric: MetricDefinition): string {
  const terms = { ...parametersOf(metric), asOf: '$1::date' };
  return [
    '| in a list | fr | nl | is | from the facts `f` |',
    '| --- | --- | --- | --- | --- |',
    ...criterion.map(
      ({ words, is, list, value }) =>
        `| ${words.en} | ${words.fr} | ${words.nl} | ${list ?? is.toLowerCase()} | \`${value(terms).replaceAll(/\s+/g, ' ')}\` |`,
    ),
  ].join('\n');
}

function fenced(sql: string): string {
  return `\`\`\`sql\n${sql}\n\`\`\``;
}

function parametersSaid(metric: MetricDefinition): string {
  const values = parametersOf(metric);
  return metric.parameters.map((name) => `${name} (usually ${values[name]})`).join(', ') || 'none';
}

function besideIt(metric: MetricDefinition): string {
  const names = new Set(measuresOf(metric).map(({ name }) => name));
  const { records } = metric.numerator.source;
  const said = [
    ...(names.has('notYetObservable') ? ['how many are not yet observable'] : []),
    ...(names.has('unknown') ? ['of how many it is not known'] : []),
    ...(responsesOf(metric.id) === undefined ? [] : ['how many answers were asked for']),
    ...(records === undefined
      ? []
      : [records === 'ANSWERS' ? 'the answers that it is made of' : 'the duos that it is made of']),
  ];
  return said.join('; ') || 'nothing';
}

function inOtherLanguages(words: MetricDefinition['words']): string {
  const row = (label: string, one: MetricWords) =>
    `| ${label} | ${one.name} | ${one.says} | ${one.numerator} | ${one.denominator ?? ''} |`;
  return [
    '| | name | says | counted | out of |',
    '| --- | --- | --- | --- | --- |',
    row('fr', words.fr),
    row('nl', words.nl),
  ].join('\n');
}
