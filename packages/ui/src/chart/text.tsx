import type { Surface } from './surface.ts';

export const TICK = 12;
export const LABEL = 13;
const LEADING = 1.3;

/** Widths of Inter's letters in ems, a little on the safe side: a drawing must come out the same where nothing can be measured. */
function widthOfLetter(letter: string): number {
  if (/[\s.,:;'’|!ijlI()[\]·]/u.test(letter)) return 0.32;
  if (/[ftr\-–/]/u.test(letter)) return 0.42;
  if (/[mwMW%@€—]/u.test(letter)) return 0.92;
  if (/[\p{Lu}\d]/u.test(letter)) return 0.68;
  return 0.58;
}

/** The width of a text in pixels. */
export function widthOf(text: string, size: number): number {
  return size * [...text].reduce((sum, letter) => sum + widthOfLetter(letter), 0);
}

/** A text in lines of at most so many pixels, broken at its spaces; what is too long for the last line ends in an ellipsis. */
export function linesOf(text: string, width: number, size: number, most = 3): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1] ?? ''} ${lines.slice(most).join(' ')}`;
  return kept.map((each) => shortened(each, width, size));
}

function shortened(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** An address in lines, broken where it has to be: it is useless unless it is whole. */
export function piecesOf(address: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const letter of address) {
    const line = `${lines.at(-1) ?? ''}${letter}`;
    if (lines.length === 0 || widthOf(line, size) > width) lines.push(letter);
    else lines[lines.length - 1] = line;
  }
  return lines;
}

export function heightOf(lines: readonly string[], size: number): number {
  return lines.length * size * LEADING;
}

interface Props {
  readonly lines: readonly string[];
  readonly x: number;
  /** The middle of all lines together. */
  readonly y: number;
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill: string;
  readonly weight?: number;
  /** Drawn under the letters, so that they can be read on lines and areas. */
  readonly halo?: Surface['paint']['paper'];
}

/** Lines of text around a middle. Not for assistive technology: marks and the table say the same in order. */
export function Words({ lines, x, y, size = LABEL, anchor = 'start', fill, weight = 400, halo }: Props) {
  const step = size * LEADING;
  const first = y - ((lines.length - 1) * step) / 2;
  return (
    <text
      aria-hidden="true"
      fontSize={size}
      fontWeight={weight}
      textAnchor={anchor}
      fill={fill}
      {...(halo !== undefined && {
        stroke: halo,
        strokeWidth: 3,
        strokeLinejoin: 'round',
        paintOrder: 'stroke',
      })}
    >
      {lines.map((line, index) => (
        // The lines of one text have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <tspan key={index} x={x} y={first + index * step} dy="0.35em">
          {line}
        </tspan>
      ))}
    </text>
  );
}
