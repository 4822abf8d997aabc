import type { ReactNode } from 'react';
import type { IntlShape } from 'react-intl';
import type { Format } from '../i18n/format.ts';
import type { Paint } from './paint.ts';

/** What a chart is drawn on: a page in the reader's colours, or a file. */
export interface Surface {
  /** In CSS pixels. */
  readonly width: number;
  readonly paint: Paint;
  readonly intl: IntlShape;
  readonly format: Format;
}

/** A drawing: the inside of an SVG of the surface's width, unless it needs more. */
interface Plot {
  readonly width?: number;
  readonly height: number;
  readonly body: ReactNode;
}

/** Draws the same on every surface. Pure: no hooks, no state, no measuring of a page. */
export type Draw = (surface: Surface) => Plot;

/** Below this width labels stand above what they name instead of beside it. */
export const NARROW = 520;
