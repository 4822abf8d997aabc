/** The colours of a drawing: on screen the design's tokens, which follow the scheme; in a file their values. */
export interface Paint {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly grid: string;
  /** Told apart by those who see no red or green; never the only thing that tells two series apart. */
  readonly series: readonly string[];
  /** What is beside the point: a step of a waterfall, a benchmark. */
  readonly muted: string;
}

export const SCREEN_PAINT: Paint = {
  paper: 'var(--t-bg)',
  ink: 'var(--t-ink)',
  ink2: 'var(--t-ink-2)',
  ink3: 'var(--t-ink-3)',
  line: 'var(--t-line-strong)',
  grid: 'var(--t-chart-grid)',
  series: [1, 2, 3, 4, 5].map((number) => `var(--t-chart-${number})`),
  muted: 'var(--t-chart-6)',
};

/** The tokens of the light scheme as they stand in tokens.css (a test compares them), on white paper. */
export const FILE_PAINT: Paint = {
  paper: '#ffffff',
  ink: '#1f1b16',
  ink2: '#574f45',
  ink3: '#6f665a',
  line: '#8f8576',
  grid: '#ebe5dc',
  series: ['#b04208', '#1f5a85', '#b07d12', '#2f7f77', '#8a5686'],
  muted: '#7a7064',
};

/** The colour of a series by its place; a sixth and later ones are muted, told apart by their labels. */
export function seriesPaint(paint: Paint, index: number): string {
  return paint.series[index] ?? paint.muted;
}
