import type { MetricDefinition } from '../definition.ts';
import { rate } from '../shapes.ts';
import { duosWithMeetings } from '../sources.ts';

/** Of the duos started, those that met at least twice a month between start and closure (or the as-of day), a month being 30.4375 days, and at least one month. */
export const meetingRegularityRate: MetricDefinition = rate('MEETING_REGULARITY_RATE', {
  group: 'OPERATIONS',
  audience: 'GRANTS',
  source: duosWithMeetings,
  counted: ({ asOf }) => `f.times >= 2 * greatest(1, (least(f.closed_on, ${asOf}) - f.started_on) / 30.4375)`,
});
