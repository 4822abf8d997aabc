import { renderToStaticMarkup } from 'react-dom/server';
import { RawIntlProvider, type IntlShape } from 'react-intl';
import { makeFormat } from '../i18n/format.ts';
import { aboutLines, type About } from '../table/about.ts';
import type { ChartWords } from './chart-words.ts';
import { FILE_PAINT } from './paint.ts';
import type { Draw } from './surface.ts';
import { heightOf, linesOf, piecesOf, TICK, Words } from './text.tsx';

interface Options {
  readonly words: ChartWords;
  readonly draw: Draw;
  readonly intl: IntlShape;
  /** The data in words, for those who do not see the drawing. */
  readonly alternative: string;
  /** Rules of CSS that bring the letters along; without them a reader's own letters are used. */
  readonly fontFaces?: string;
  readonly width?: number;
}

const MARGIN = 24;
/** So many lines of what is said of the data: the definitions of some indicators and their sizes fit. */
const ORIGIN_LINES = 12;
const TITLE = 18;

/**
 * A chart as an SVG that stands alone: title, drawing, and where it comes from, on white paper with its colours and
 * letters in itself. Needs no page, so that a server may put the same drawing into a document.
 */
export function chartSvg({ words, draw, intl, alternative, fontFaces, width = 900 }: Options): string {
  const inner = width - 2 * MARGIN;
  const plot = draw({ width: inner, paint: FILE_PAINT, intl, format: makeFormat(intl) });
  const whole = Math.ceil(Math.max(width, (plot.width ?? 0) + 2 * MARGIN));
  const title = linesOf(words.title, inner, TITLE, 4);
  const subtitle = words.subtitle === undefined ? [] : linesOf(words.subtitle, inner, TICK, 4);
  const origin = originOf(words.about ?? {}, intl, inner);
  const titleHeight = heightOf(title, TITLE);
  const subtitleHeight = heightOf(subtitle, TICK);
  const top = MARGIN + titleHeight + (subtitle.length === 0 ? 0 : subtitleHeight + 6) + 20;
  const bottom = top + plot.height + 20;
  const height = Math.ceil(bottom + heightOf(origin, TICK) + MARGIN);
  return renderToStaticMarkup(
    <RawIntlProvider value={intl}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        width={whole}
        height={height}
        viewBox={`0 0 ${whole} ${height}`}
        role="img"
        lang={intl.locale}
        fontFamily="'Inter Variable', Inter, 'Segoe UI', system-ui, sans-serif"
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        <title>{words.title}</title>
        <desc>{alternative}</desc>
        {fontFaces !== undefined && <style>{fontFaces}</style>}
        <rect width={whole} height={height} fill={FILE_PAINT.paper} />
        <Words
          lines={title}
          x={MARGIN}
          y={MARGIN + titleHeight / 2}
          size={TITLE}
          weight={640}
          fill={FILE_PAINT.ink}
        />
        <Words
          lines={subtitle}
          x={MARGIN}
          y={MARGIN + titleHeight + 6 + subtitleHeight / 2}
          size={TICK}
          fill={FILE_PAINT.ink3}
        />
        <g transform={`translate(${MARGIN} ${top})`}>{plot.body}</g>
        <Words
          lines={origin}
          x={MARGIN}
          y={bottom + heightOf(origin, TICK) / 2}
          size={TICK}
          fill={FILE_PAINT.ink3}
        />
      </svg>
    </RawIntlProvider>,
  );
}

/** Where it comes from, as of when, and where it is explained: what stands below a drawing in a file. */
function originOf(about: About, intl: IntlShape, width: number): string[] {
  return aboutLines(about, intl).flatMap(({ id, name, value }) =>
    id === 'link'
      ? piecesOf(value, width, TICK)
      : linesOf(intl.formatMessage({ id: 'about.line' }, { name, value }), width, TICK, ORIGIN_LINES),
  );
}
