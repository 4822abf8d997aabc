import { en } from './texts/en.ts';
import { fr } from './texts/fr.ts';
import type { MetricTexts } from './texts/metric-text.ts';
import { nl } from './texts/nl.ts';

/** The words of every indicator by language; the API serves them with the catalogue. */
export const METRIC_TEXTS: Readonly<Record<'fr' | 'nl' | 'en', MetricTexts>> = { fr, nl, en };
