import type { MetricDefinition } from '../definition.ts';
import { rate } from '../shapes.ts';
import { attendances } from '../sources.ts';

const known = () => `f.status <> 'REGISTERED'`;

/**
 * Of the people on the lists of events, those who came. Of whom nothing was written down is no failure: they are counted
 * apart. Nobody beyond staff sees it: a list has the same people as another one, so that limits on how few people a number is
 * about would not hold for it; and it is of people, not of duos that a grant pays.
 */
export const eventAttendanceRate: MetricDefinition = {
  id: 'EVENT_ATTENDANCE_RATE',
  rank: 95,
  version: 1,
  ...rate({
    group: 'OPERATIONS',
    audience: 'STAFF',
    source: attendances,
    among: known,
    counted: () => `f.status = 'ATTENDED'`,
  }),
  unknown: { source: attendances, condition: () => `f.status = 'REGISTERED'` },
  words: {
    fr: {
      name: 'Participation aux activités',
      says: 'La part des présences attendues aux séances d’info, formations, intervisions et ateliers qui ont eu lieu.',
      numerator: 'Personnes venues, une fois par activité.',
      denominator:
        'Personnes inscrites aux activités de la période dont on sait si elles sont venues, y compris celles qui se sont excusées.',
    },
    nl: {
      name: 'Deelname aan bijeenkomsten',
      says: 'Het aandeel van de verwachte deelnemers aan infosessies, opleidingen, intervisies en workshops dat ook kwam.',
      numerator: 'Wie kwam, één keer per bijeenkomst.',
      denominator:
        'Ingeschrevenen voor bijeenkomsten in de periode van wie bekend is of ze kwamen, ook wie zich afmeldde.',
    },
    en: {
      name: 'Attendance of events',
      says: 'The share of those expected at info sessions, trainings, intervisions and workshops who came.',
      numerator: 'People who came, once for each event.',
      denominator:
        'People on the lists of events of the period of whom it is known whether they came, including those who excused themselves.',
    },
  },
};
