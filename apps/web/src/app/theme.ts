import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Slate: white on shade 7 has a contrast of 7.6:1, on shade 6, used in the dark, 5.6:1.
const slate: MantineColorsTuple = ['#f1f5f8', '#e0e8ee', '#c0d0dc', '#9cb5c7', '#7c9db4', '#5d839d', '#466c86', '#345870', '#28475c', '#1c3547'];

const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Ubuntu, Cantarell, 'DejaVu Sans', sans-serif";
const mono = "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Noto Sans Mono', 'Liberation Mono', 'DejaVu Sans Mono', monospace";

/** Sober, of system fonts alone; large enough targets for gloves come from `size` defaults below. */
export const theme = createTheme({
  primaryColor: 'slate',
  colors: { slate },
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: { fontFamily: sans, fontWeight: '650', sizes: { h1: { fontSize: '1.6rem', lineHeight: '1.25' }, h2: { fontSize: '1.25rem', lineHeight: '1.3' }, h3: { fontSize: '1.05rem', lineHeight: '1.35' } } },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // A dialog's own <header> is no second banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: 'none' } }, centered: true, overlayProps: { backgroundOpacity: 0.5 } }, styles: { title: { fontWeight: 650, fontSize: '1.15rem' } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'none' } } } },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Mantine's grey of secondary text and its red of errors fail AA; these pass on every ground used here. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d5963', '--mantine-color-error': '#a82015', '--mantine-color-placeholder': '#66727d', '--mantine-color-anchor': '#28475c',
    '--imena-ground': '#f5f7f8', '--imena-surface': '#ffffff', '--imena-line': '#d5dce1', '--imena-strong-line': '#8b98a3', '--imena-accent': '#28475c', '--imena-selected': '#e0e8ee',
    '--imena-warn-ground': '#fdf3dc', '--imena-warn-text': '#5f4300', '--imena-good-ground': '#e3f1e7', '--imena-good-text': '#1d4d2c', '--imena-bad-ground': '#fae6e3', '--imena-bad-text': '#7d180f', '--imena-plain-ground': '#e8edf0', '--imena-plain-text': '#33414c', '--imena-info-ground': '#e2edf6', '--imena-info-text': '#1d4567',
  },
  dark: {
    '--mantine-color-dimmed': '#aeb8c0', '--mantine-color-error': '#ff9d94', '--mantine-color-placeholder': '#98a3ad', '--mantine-color-anchor': '#a9c5d9',
    '--imena-ground': '#15191c', '--imena-surface': '#1d2327', '--imena-line': '#38424a', '--imena-strong-line': '#7d8993', '--imena-accent': '#a9c5d9', '--imena-selected': '#2b3a45',
    '--imena-warn-ground': '#43350f', '--imena-warn-text': '#f7dea0', '--imena-good-ground': '#1d3a27', '--imena-good-text': '#b5e2c3', '--imena-bad-ground': '#4a1f1a', '--imena-bad-text': '#ffc7c0', '--imena-plain-ground': '#2d363d', '--imena-plain-text': '#d3dbe1', '--imena-info-ground': '#1d3448', '--imena-info-text': '#bcd9f0',
    '--mantine-color-body': '#15191c',
  },
});
