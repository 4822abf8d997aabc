import type { MetricDefinition } from '../definition.ts';
import { meetings, monthsOfMeeting } from '../meeting-days.ts';
import { rate } from '../shapes.ts';
import { duosByStart } from '../sources.ts';

/** Of the duos started, those that met at least twice a month between start and closure (or the as-of day), a month being 30.4375 days, and at least one month. */
export const meetingRegularityRate: MetricDefinition = {
  id: 'MEETING_REGULARITY_RATE',
  rank: 100,
  version: 1,
  ...rate({
    group: 'OPERATIONS',
    audience: 'GRANTS',
    source: duosByStart,
    counted: (terms) => `${meetings(terms)} >= 2 * ${monthsOfMeeting(terms)}`,
    changedBy: 'MEETING',
    criterion: [
      {
        words: { fr: 'Rencontres', nl: 'Ontmoetingen', en: 'Meetings' },
        is: 'NUMBER',
        value: meetings,
      },
      {
        words: { fr: 'Mois qui comptent', nl: 'Maanden die tellen', en: 'Months that count' },
        is: 'NUMBER',
        value: (terms) => `round((${monthsOfMeeting(terms)})::numeric, 4)`,
      },
    ],
    // While a duo goes on, each day without a meeting counts.
    settledOn: () =>
      `greatest(coalesce(f.closed_on, 'infinity'), f.meeting_days[cardinality(f.meeting_days)])`,
  }),
  words: {
    fr: {
      name: 'Rencontres régulières',
      says: 'La part des duos qui se sont rencontrés au moins deux fois par mois.',
      numerator:
        'Duos qui se sont rencontrés au moins deux fois par mois entre le début et la clôture (ou le jour dit), un mois comptant 30,4375 jours.',
      denominator: 'Duos lancés pendant la période.',
    },
    nl: {
      name: 'Regelmatige ontmoetingen',
      says: 'Het aandeel duo’s dat elkaar minstens twee keer per maand zag.',
      numerator:
        'Duo’s die elkaar tussen begin en afsluiting (of de dag) minstens twee keer per maand zagen; een maand telt 30,4375 dagen.',
      denominator: 'Duo’s die in de periode begonnen.',
    },
    en: {
      name: 'Regular meetings',
      says: 'The share of duos that met at least twice a month.',
      numerator:
        'Duos that met at least twice a month between start and closure (or the day), a month being 30.4375 days.',
      denominator: 'Duos started in the period.',
    },
  },
};
