interface Props {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly stroke: string;
  readonly halo: string;
  readonly cap?: number;
}

/** An interval along a row, with a halo so that it can be seen on a bar. */
export function Whisker({ from, to, at, stroke, halo, cap = 4.5 }: Props) {
  const path = `M${from},${at - cap}V${at + cap}M${from},${at}H${to}M${to},${at - cap}V${at + cap}`;
  return (
    <g fill="none">
      <path d={path} stroke={halo} strokeWidth={3.5} />
      <path d={path} stroke={stroke} strokeWidth={1.5} />
    </g>
  );
}
