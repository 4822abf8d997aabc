import type { MetricDefinition } from '../definition.ts';
import { responses } from '../sources.ts';

const asked = () => 'f.recommendation is not null';
const vote = () => '(case when f.recommendation >= 9 then 1 when f.recommendation <= 6 then -1 else 0 end)';

/** Promoters (9 or 10) less detractors (0 to 6), of 100 who answered. */
export const netPromoterScore: MetricDefinition = {
  id: 'NET_PROMOTER_SCORE',
  version: 1,
  group: 'QUALITY',
  unit: 'SCORE',
  audience: 'GRANTS',
  parameters: [],
  numerator: { source: responses, condition: asked, sum: vote },
  denominator: { source: responses, condition: asked },
  squares: { source: responses, condition: asked, sum: () => `abs(${vote()})` },
};
