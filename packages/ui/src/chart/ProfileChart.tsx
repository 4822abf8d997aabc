import { useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import type { Column } from '../table/column.ts';
import { AbsentBox } from './absent.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { Mark } from './Mark.tsx';
import type { Absence } from './point.ts';
import { statusColumns, textColumn, valueColumn } from './point-columns.ts';
import { linear } from './scale.ts';
import { NARROW, type Draw } from './surface.ts';
import { heightOf, LABEL, linesOf, TICK, widthOf, Words } from './text.tsx';

export interface Share {
  readonly count: number | undefined;
  /** Of 0 to 1, of all on its side. */
  readonly share: number | undefined;
  readonly absent?: Absence | undefined;
  readonly why?: string | undefined;
}

export interface ProfileGroup {
  readonly key: string;
  readonly label: string;
  readonly left: Share;
  readonly right?: Share | undefined;
}

interface Profile {
  readonly groups: readonly ProfileGroup[];
  /** Whose shares stand on which side: mentees and mentors. Without a right side all bars go to the right. */
  readonly leftLabel: string;
  readonly rightLabel?: string | undefined;
}

interface Props extends ChartWords, Profile {
  readonly groupHeader: string;
}

/** Of what groups a population is made, or two of them side by side. */
export function ProfileChart({ groups, leftLabel, rightLabel, groupHeader, ...words }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const columnsOf = (
    id: string,
    name: string,
    side: (group: ProfileGroup) => Share | undefined,
  ): Column<ProfileGroup>[] => [
    valueColumn(
      id,
      name,
      'COUNT',
      format,
      (group) => side(group)?.count,
      (group) => side(group)?.why,
    ),
    ...statusColumns(
      `${id}-status`,
      intl.formatMessage({ id: 'chart.statusOf' }, { name }),
      groups,
      (group) => side(group)?.why,
    ),
    valueColumn(
      `${id}-share`,
      intl.formatMessage({ id: 'chart.shareOf' }, { name }),
      'RATE',
      format,
      (group) => side(group)?.share,
    ),
  ];
  return (
    <ChartFrame
      words={words}
      draw={drawProfile({ groups, leftLabel, rightLabel })}
      columns={[
        textColumn<ProfileGroup>('label', groupHeader, ({ label }) => label),
        ...columnsOf('left', leftLabel, ({ left }) => left),
        ...(rightLabel === undefined ? [] : columnsOf('right', rightLabel, ({ right }) => right)),
      ]}
      rows={groups}
      rowKey={({ key }) => key}
    />
  );
}

const THICK = 18;
const LEAST_HEAD = 24;
/** Room for a share at the end of a bar. */
const VALUE = 50;

/** The drawing of a ProfileChart: groups in the middle, or on the left of a single side. */
export function drawProfile({ groups, leftLabel, rightLabel }: Profile): Draw {
  return (surface) => {
    const { width, paint, format } = surface;
    const two = rightLabel !== undefined;
    const widest = Math.max(0, ...groups.map(({ label }) => widthOf(label, LABEL))) + 4;
    const labelWidth = Math.min(widest, width < NARROW ? width * 0.36 : 230);
    const gap = 14;
    const side = two ? (width - labelWidth) / 2 - gap : width - labelWidth - gap;
    const middle = two ? width / 2 : 0;
    const shares = groups.flatMap(({ left, right }) => [left.share ?? 0, right?.share ?? 0]);
    const length = linear([0, Math.max(0.01, ...shares)], [0, side - VALUE], 'RATE');
    const zero = two
      ? { left: middle - labelWidth / 2 - gap, right: middle + labelWidth / 2 + gap }
      : { left: 0, right: labelWidth + gap };
    const placed = placeGroups(groups, labelWidth);
    const heads = [leftLabel, ...(two ? [rightLabel] : [])].map((label) => linesOf(label, side, TICK, 3));
    const names = Math.max(...heads.map((lines) => heightOf(lines, TICK)));
    const head = Math.max(LEAST_HEAD, names + 8);
    const height = head + (placed.at(-1)?.bottom ?? 0);
    const bar = (share: Share, towards: -1 | 1, at: number, y: number, colour: string | undefined) => {
      if (share.share === undefined)
        return (
          <AbsentBox
            absent={share.absent}
            x={towards === 1 ? at : at - 48}
            y={y - THICK / 2}
            width={48}
            height={THICK}
            paint={paint}
          />
        );
      const long = Math.max(1, length(share.share));
      return (
        <>
          <rect
            x={towards === 1 ? at : at - long}
            y={y - THICK / 2}
            width={long}
            height={THICK}
            fill={colour}
          />
          <Words
            lines={[format.value(share.share, 'RATE')]}
            x={at + towards * (long + 6)}
            y={y}
            size={TICK}
            weight={600}
            anchor={towards === 1 ? 'start' : 'end'}
            fill={paint.ink}
          />
        </>
      );
    };
    const words = (label: string, name: string, { share, count, why = '' }: Share) =>
      format.named(
        `${name}, ${label}`,
        share === undefined ? (why ?? '') : `${format.value(share, 'RATE')} (${format.number(count ?? 0)})`,
      );
    const first = two ? zero.left : zero.right;
    return {
      height,
      body: (
        <>
          <Words
            lines={heads[0] ?? []}
            x={first}
            y={names / 2}
            weight={600}
            anchor={two ? 'end' : 'start'}
            fill={paint.ink2}
            size={TICK}
          />
          {two && (
            <Words
              lines={heads[1] ?? []}
              x={zero.right}
              y={names / 2}
              weight={600}
              fill={paint.ink2}
              size={TICK}
            />
          )}
          {placed.map(({ group, lines, y }) => (
            <g key={group.key}>
              <Words
                lines={lines}
                x={two ? middle : 0}
                y={head + y}
                anchor={two ? 'middle' : 'start'}
                fill={paint.ink}
              />
              <Mark label={words(group.label, leftLabel, group.left)}>
                {bar(group.left, two ? -1 : 1, first, head + y, paint.series[0])}
              </Mark>
              {two && group.right && (
                <Mark label={words(group.label, rightLabel, group.right)}>
                  {bar(group.right, 1, zero.right, head + y, paint.series[1])}
                </Mark>
              )}
            </g>
          ))}
          {[first, ...(two ? [zero.right] : [])].map((x) => (
            <line key={x} x1={x} x2={x} y1={head - 6} y2={height} stroke={paint.line} />
          ))}
        </>
      ),
    };
  };
}

function placeGroups(groups: readonly ProfileGroup[], width: number) {
  let top = 0;
  return groups.map((group) => {
    const lines = linesOf(group.label, width, LABEL, 3);
    const height = Math.max(30, heightOf(lines, LABEL) + 8);
    const y = top + height / 2;
    top += height;
    return { group, lines, y, bottom: top };
  });
}
