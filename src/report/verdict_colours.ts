import type pc from 'picocolors';
import { SEVERITY, traitsOf, type SchemeColour, type Verdict } from '../trace/verdict.js';

/** The colours of a terminal, or of none. */
export type Colors = ReturnType<typeof pc.createColors>;

/** A text in the terminal's colour for a verdict. */
export function painted(verdict: Verdict, text: string, colors: Colors): string {
  return colors[traitsOf(verdict).colour.terminal](text);
}

/**
 * The report page's colours for verdicts as a style sheet: `--VERDICT` and `--VERDICT-ground` for the whole page, and a class for
 * each verdict that makes them `--own` and `--own-ground`.
 */
export function verdictStyle(): string {
  const variables = SEVERITY.map((verdict) => {
    const { text, ground } = traitsOf(verdict).colour;
    return `  --${verdict}: ${inBothSchemes(text)};\n  --${verdict}-ground: ${inBothSchemes(ground)};\n`;
  });
  const classes = SEVERITY.map(
    (verdict) => `.${verdict} {\n  --own: var(--${verdict});\n  --own-ground: var(--${verdict}-ground);\n}\n`,
  );
  return `:root {\n${variables.join('')}}\n${classes.join('')}`;
}

function inBothSchemes({ light, dark }: SchemeColour): string {
  return `light-dark(${light}, ${dark})`;
}
