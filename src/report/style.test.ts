import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEVERITY } from '../trace/verdict.js';
import { pageStyle } from './page_files.js';

const style = pageStyle();

/** The colours of a scheme, by name. */
function palette(scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const pairs = style.matchAll(/--(\w+(?:-\w+)?):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map(
    [...pairs].map(([, name = '', light = '', dark = '']) => [name, scheme === 'light' ? light : dark]),
  );
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('the measure: black on white is 21, a colour on itself is 1', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#777777'), 1);
  assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`${scheme}: everything that is read has the contrast of WCAG AA`, () => {
    const colours = palette(scheme);
    const grounds = ['ground', 'raised'];
    const pairs: readonly (readonly [string, string])[] = [
      ...grounds.flatMap((ground) =>
        ['text', 'soft', 'link', ...SEVERITY].map((name) => [name, ground] as const),
      ),
      ...SEVERITY.flatMap((verdict) => [
        [verdict, `${verdict}-ground`] as const,
        ['text', `${verdict}-ground`] as const,
      ]),
    ];
    for (const [front, back] of pairs) {
      const [one, other] = [colours.get(front), colours.get(back)];
      assert.ok(one !== undefined && other !== undefined, `${front} and ${back} have colours`);
      const found = contrast(one, other);
      assert.ok(found >= 4.5, `${front} on ${back}: ${found.toFixed(2)}`);
    }
  });
}

test('a verdict’s class sets its own two colours', () => {
  for (const verdict of SEVERITY) {
    const rule = new RegExp(
      `\\n\\.${verdict} \\{\\s*--own: var\\(--${verdict}\\);\\s*--own-ground: var\\(--${verdict}-ground\\);\\s*\\}`,
    );
    assert.match(style, rule);
  }
});

test('the sheet loads nothing', () => {
  assert.doesNotMatch(style, /@import|url\(/);
});
