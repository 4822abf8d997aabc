import type { Expression, MetricDefinition } from '../definition.ts';
import { rate } from '../shapes.ts';
import { duosByClosure } from '../sources.ts';

const completed = (counted: Expression) =>
  rate({
    group: 'OPERATIONS',
    audience: 'GRANTS',
    source: duosByClosure,
    counted,
    criterion: [
      {
        words: { fr: 'Début', nl: 'Begin', en: 'Started on' },
        is: 'DAY',
        value: () => 'f.started_on',
      },
      {
        words: { fr: 'Clôture', nl: 'Afsluiting', en: 'Closed on' },
        is: 'DAY',
        value: () => 'f.closed_on',
      },
      {
        words: { fr: 'Motif de clôture', nl: 'Reden van afsluiting', en: 'Reason for closing' },
        is: 'CODE',
        list: 'ClosureReason',
        value: () => 'f.closure_reason',
      },
    ],
  });

/** Of the duos closed in the period, those that went their whole way. */
export const completionRate: MetricDefinition = {
  id: 'COMPLETION_RATE',
  rank: 70,
  version: 2,
  ...completed(() => `f.closure_reason = 'COMPLETED'`),
  words: {
    fr: {
      name: 'Duos menés à terme',
      says: 'La part des duos clôturés qui sont allés à leur terme.',
      numerator: 'Duos clôturés comme menés à terme.',
      denominator: 'Duos clôturés pendant la période.',
    },
    nl: {
      name: 'Voltooide duo’s',
      says: 'Het aandeel afgesloten duo’s dat het hele traject aflegde.',
      numerator: 'Duo’s die als voltooid afgesloten zijn.',
      denominator: 'Duo’s die in de periode afgesloten zijn.',
    },
    en: {
      name: 'Completed duos',
      says: 'The share of closed duos that went their whole way.',
      numerator: 'Duos closed as completed.',
      denominator: 'Duos closed in the period.',
    },
  },
  former: [
    {
      version: 1,
      replacedOn: '2026-11-26',
      replaced: {
        fr: 'La version 1 demandait six mois de duo. Un duo qui a atteint son but en cinq mois comptait comme inachevé ; depuis la version 2, c’est le motif de clôture qui compte.',
        nl: 'Versie 1 vroeg een duo van zes maanden. Een duo dat zijn doel in vijf maanden bereikte, gold als niet voltooid; sinds versie 2 telt de reden van afsluiting.',
        en: 'Version 1 asked for a duo of six months. A duo that reached its goal in five counted as not completed; since version 2 it is the reason for closing that counts.',
      },
      ...completed(() => `f.closed_on >= f.started_on + interval '6 months'`),
      words: {
        fr: {
          name: 'Duos menés à terme',
          says: 'La part des duos clôturés qui ont duré six mois.',
          numerator: 'Duos qui ont duré six mois ou plus.',
          denominator: 'Duos clôturés pendant la période.',
        },
        nl: {
          name: 'Voltooide duo’s',
          says: 'Het aandeel afgesloten duo’s dat zes maanden duurde.',
          numerator: 'Duo’s die zes maanden of langer duurden.',
          denominator: 'Duo’s die in de periode afgesloten werden.',
        },
        en: {
          name: 'Completed duos',
          says: 'The share of closed duos that lasted six months.',
          numerator: 'Duos that lasted six months or more.',
          denominator: 'Duos closed in the period.',
        },
      },
    },
  ],
};
