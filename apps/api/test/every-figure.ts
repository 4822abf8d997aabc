import { ask, viewerWith, type Testkit } from './testkit.ts';

/** Every figure and every breakdown that there is, as an administrator sees them. */
export async function everyFigure(kit: Testkit): Promise<ReadonlyMap<string, unknown>> {
  const staff = viewerWith('ADMINISTRATOR');
  const answers = new Map<string, unknown>();
  const { metrics } = await ask(kit, staff, '{ metrics { id dimensions } }');
  const result = `result { ... on Figure { value numerator denominator notYetObservable unknown interval { lower upper } } ... on NoData { definition { id } } }`;
  for (const { id, dimensions } of metrics) {
    answers.set(id, await ask(kit, staff, `{ figure(metric: ${id}) ${result.replace('result ', '')} }`));
    for (const by of dimensions)
      answers.set(
        `${id} by ${by}`,
        await ask(kit, staff, `{ breakdown(metric: ${id}, by: ${by}) { key ${result} } }`),
      );
  }
  return answers;
}
