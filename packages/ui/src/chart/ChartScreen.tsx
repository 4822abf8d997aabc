import { useElementSize } from '@mantine/hooks';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import classes from './Chart.module.css';
import { SCREEN_PAINT } from './paint.ts';
import type { Draw } from './surface.ts';

interface Props {
  /** What the drawing shows. */
  readonly label: string;
  readonly draw: Draw;
}

interface Tip {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const NEXT: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
/** The width that a drawing's height is guessed for until its own is known, so that nothing shifts much. */
const GUESS = 900;

/** A drawing on a page: as wide as there is room, its marks told to who points at them or goes to them by arrow keys. */
export function ChartScreen({ label, draw }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const hint = useId();
  const { ref: room, width } = useElementSize<HTMLDivElement>();
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const [tip, setTip] = useState<Tip>();
  const plot = draw({ width: width === 0 ? GUESS : width, paint: SCREEN_PAINT, intl, format });

  // One stop of the tab key for the whole drawing; arrow keys go on from there.
  useEffect(() => {
    const marks = marksOf(drawing.current);
    if (!marks.some(({ tabIndex }) => tabIndex === 0)) marks[0]?.setAttribute('tabindex', '0');
  });

  const show = ({ target }: SyntheticEvent) => {
    const mark = markOf(target);
    const around = box.current?.getBoundingClientRect();
    if (mark === null || around === undefined) return setTip(undefined);
    const place = mark.getBoundingClientRect();
    setTip({
      text: mark.getAttribute('aria-label') ?? '',
      x: Math.min(Math.max(0, place.left + place.width / 2 - around.left), around.width),
      y: place.top - around.top,
      width: around.width,
    });
  };
  const move = (event: KeyboardEvent) => {
    const mark = markOf(event.target);
    if (event.key === 'Escape') setTip(undefined);
    if (mark === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (mark.dataset['mark'] !== 'select') return;
      event.preventDefault();
      mark.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }
    const by = NEXT[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const marks = marksOf(drawing.current);
    const next = marks[marks.indexOf(mark) + by];
    if (next === undefined) return;
    mark.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  };
  return (
    <div className={classes.screen} ref={box}>
      <p id={hint} className="t-hidden">
        {intl.formatMessage({ id: 'chart.hint' })}
      </p>
      <div ref={room} />
      <div className={classes.scroll} style={width === 0 ? { minHeight: plot.height } : undefined}>
        {width > 0 && (
          // The keys and the pointer are those of the marks inside.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <svg
            ref={drawing}
            role="group"
            aria-label={label}
            aria-describedby={hint}
            width={plot.width ?? width}
            height={plot.height}
            onKeyDown={move}
            onFocus={show}
            onBlur={() => setTip(undefined)}
            onMouseOver={show}
            onMouseLeave={() => setTip(undefined)}
          >
            {plot.body}
          </svg>
        )}
      </div>
      {tip && (
        <div
          aria-hidden="true"
          className={classes.tip}
          style={{ left: tip.x, top: tip.y, translate: `${(-100 * tip.x) / tip.width}% -100%` }}
        >
          {tip.text}
        </div>
      )}
    </div>
  );
}

function markOf(target: EventTarget | null): SVGGElement | null {
  return target instanceof Element ? target.closest<SVGGElement>('[data-mark]') : null;
}

function marksOf(drawing: SVGSVGElement | null): SVGGElement[] {
  return drawing === null ? [] : [...drawing.querySelectorAll<SVGGElement>('[data-mark]')];
}
