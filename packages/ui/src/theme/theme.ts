import {
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Button,
  createTheme,
  Drawer,
  Modal,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

/** Work screens are set at 14 px, pages for partners and the public at 16 px. */
export type Density = 'work' | 'reading';

const brand: MantineColorsTuple = [
  '#fdf3ec',
  '#fbe6d9',
  '#f6c8ab',
  '#f2a97c',
  '#ff9f66',
  '#e57a38',
  '#cc5a18',
  '#b04208',
  '#8f3608',
  '#722c08',
];
const warm: MantineColorsTuple = [
  '#faf8f5',
  '#f3efe9',
  '#e6e0d7',
  '#d5ccbf',
  '#b5aa9b',
  '#8f8576',
  '#6f665a',
  '#574f45',
  '#3a342d',
  '#1f1b16',
];
const warmDark: MantineColorsTuple = [
  '#f3eee7',
  '#c6bdb1',
  '#a39a8d',
  '#80776a',
  '#4a433a',
  '#38322b',
  '#272320',
  '#1f1c18',
  '#171512',
  '#100e0c',
];

/** What the colour of a message means: it stands on the soft tone of that, its title in the tone itself, in light and dark. */
const ALERT_TONES: Readonly<Record<string, 'warn' | 'bad' | 'good'>> = {
  yellow: 'warn',
  red: 'bad',
  green: 'good',
};

export function makeTheme(density: Density): MantineThemeOverride {
  const base = density === 'work' ? 14 : 16;
  const size = (pixels: number) => `${pixels / 16}rem`;
  return createTheme({
    primaryColor: 'brand',
    primaryShade: { light: 7, dark: 4 },
    autoContrast: true,
    colors: { brand, gray: warm, dark: warmDark },
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    headings: {
      fontFamily: "'Inter Variable', system-ui, sans-serif",
      fontWeight: '640',
      sizes: {
        h1: { fontSize: size(base + 12), lineHeight: '1.2' },
        h2: { fontSize: size(base + 4), lineHeight: '1.3' },
        h3: { fontSize: size(base + 1), lineHeight: '1.4' },
      },
    },
    fontSizes: { xs: size(base - 2), sm: size(base), md: size(base), lg: size(base + 2), xl: size(base + 6) },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    defaultRadius: 6,
    cursorType: 'pointer',
    respectReducedMotion: true,
    focusRing: 'auto',
    components: {
      ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
      Alert: Alert.extend({
        vars: (_theme, { color = '' }) => {
          const tone = ALERT_TONES[color];
          return {
            root:
              tone === undefined
                ? {}
                : { '--alert-bg': `var(--t-${tone}-soft)`, '--alert-color': `var(--t-${tone})` },
          };
        },
      }),
      Anchor: Anchor.extend({ defaultProps: { underline: 'hover' } }),
      Badge: Badge.extend({
        defaultProps: { variant: 'light', radius: 'sm' },
        styles: { root: { textTransform: 'none' } },
      }),
      Button: Button.extend({
        defaultProps: { size: 'sm' },
        // The accent is light in the dark scheme: what stands on it is then dark.
        vars: (_theme, { variant = 'filled' }) => ({
          root: variant === 'filled' ? { '--button-color': 'var(--t-accent-ink)' } : {},
        }),
      }),
      Drawer: Drawer.extend({ defaultProps: { position: 'right', size: 'md' } }),
      Modal: Modal.extend({ defaultProps: { centered: true } }),
    },
  });
}

/** Mantine's own variables, led back to the tokens. */
export const variables: CSSVariablesResolver = () => {
  const tokens = {
    '--mantine-color-body': 'var(--t-bg)',
    '--mantine-color-text': 'var(--t-ink)',
    '--mantine-color-dimmed': 'var(--t-ink-3)',
    '--mantine-color-placeholder': 'var(--t-ink-3)',
    '--mantine-color-anchor': 'var(--t-accent)',
    '--mantine-color-error': 'var(--t-bad)',
    '--mantine-color-default': 'var(--t-surface)',
    '--mantine-color-default-hover': 'var(--t-hover)',
    '--mantine-color-default-color': 'var(--t-ink)',
    '--mantine-color-default-border': 'var(--t-line-strong)',
    '--mantine-color-brand-text': 'var(--t-accent)',
    '--mantine-color-brand-filled': 'var(--t-accent)',
    '--mantine-color-brand-light': 'var(--t-accent-soft)',
    '--mantine-color-brand-light-color': 'var(--t-accent)',
    '--mantine-primary-color-contrast': 'var(--t-accent-ink)',
    '--mantine-color-gray-light-color': 'var(--t-ink-2)',
    '--mantine-color-gray-text': 'var(--t-ink-2)',
  };
  return { variables: {}, light: tokens, dark: tokens };
};
