import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toyTrace } from '../testing/traces.js';
import { useChromium, WITH_BROWSER } from './testing/chromium.js';

const open = useChromium();
const trace = toyTrace();

/**
 * Runs in the page: what has less contrast with what lies behind it than WCAG AA asks for, which is 4.5 for words and 3 for the
 * borders of controls.
 */
const TOO_FAINT = `(() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = parse(colour).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (parse(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const drawnOn = (element) => {
    const box = element instanceof SVGElement ? element.parentElement.querySelector('rect') : null;
    return box === null ? behind(element) : getComputedStyle(box).fill;
  };
  const faint = [];
  const check = (element, front, back, least) => {
    const found = contrast(front, back);
    if (found < least) faint.push(element.tagName + '.' + element.getAttribute('class') + ' ' + front + ' on ' + back + ': ' + found.toFixed(2));
  };
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const isRead = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (isRead) check(element, element instanceof SVGElement ? style.fill : style.color, drawnOn(element), 4.5);
    if (element.matches('input, select, button')) check(element, style.borderTopColor, behind(element.parentElement), 3);
    if (element.matches('input[placeholder]'))
      check(element, getComputedStyle(element, '::placeholder').color, behind(element), 4.5);
  }
  return faint;
})()`;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const hash of ['#/summary', '#/matrix', '#/document', '#/states', '#SRS_TOY_01_001']) {
    test(`${colorScheme}: nothing is too faint to read: ${hash}`, WITH_BROWSER, async () => {
      const { page } = await open(trace, hash, { colorScheme });
      assert.deepEqual(await page.evaluate(TOO_FAINT), []);
    });
  }
}

test('the measure finds what is too faint', WITH_BROWSER, async () => {
  const { page } = await open(trace);
  await page.evaluate('document.querySelector("h1").style.setProperty("color", "#e0e0e0")');
  const faint = await page.evaluate(TOO_FAINT);
  assert.match(String(faint), /^H1\.null rgb\(224, 224, 224\)/);
});
