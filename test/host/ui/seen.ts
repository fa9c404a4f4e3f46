export type Theme = 'dark' | 'light' | 'contrast' | 'contrastLight';

export const themes: Record<Theme, { name: string; bodyClass: string }> = {
  dark: { name: 'Default Dark Modern', bodyClass: 'vs-dark' },
  light: { name: 'Default Light Modern', bodyClass: 'vs' },
  contrast: { name: 'Default High Contrast', bodyClass: 'hc-black' },
  contrastLight: { name: 'Default High Contrast Light', bodyClass: 'hc-light' },
};

export interface Row {
  label: string;
  description: string;
  aria: string;
  level: number;
  /** Absent for a row that cannot be expanded. */
  expanded?: boolean;
}

export interface Decoration {
  className: string;
  text: string;
  color: string;
  background: string;
  border: string;
  underline: string;
  opacity: number;
  weight: string;
  slant: string;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
