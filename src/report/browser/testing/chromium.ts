import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before } from 'node:test';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Trace } from '../../../trace/model.js';
import { renderHtml } from '../../html.js';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A key that is pressed during an animation would lead elsewhere.
  '--disable-smooth-scrolling',
];

/** Option of a test that needs a browser: where there is none, the test is skipped, and says why. */
export const WITH_BROWSER = {
  skip: existsSync(EXECUTABLE) ? false : `no Chromium at ${EXECUTABLE} (CHROMIUM may name another)`,
};

/** A report in a browser. */
export interface Reader {
  readonly page: Page;
  /** What the console and the page complained of. */
  readonly complaints: readonly string[];
  /** Addresses that the page asked for, the report itself left out. */
  readonly requests: readonly string[];
}

/** Opens reports in one browser, which lives as long as the test file. */
export function useChromium(): (
  trace: Trace,
  hash?: string,
  options?: BrowserContextOptions,
) => Promise<Reader> {
  const folder = mkdtempSync(join(tmpdir(), 'iospec-page-'));
  const files = new Map<Trace, string>();
  let browser: Browser | null = null;
  before(async () => {
    if (WITH_BROWSER.skip === false) {
      browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
    }
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  return async (trace, hash = '', options = {}) => {
    if (browser === null) throw new Error('no browser');
    const file = files.get(trace) ?? join(folder, `${files.size}.html`);
    if (!files.has(trace)) {
      writeFileSync(file, renderHtml(trace));
      files.set(trace, file);
    }
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) requests.push(request.url());
    });
    await page.goto(`${pathToFileURL(file).href}${hash}`);
    return { page, complaints, requests };
  };
}

/** How long a page may take to get there, in milliseconds. */
const DEADLINE = 10_000;

/**
 * Waits until an expression holds in the page. What playwright has for it evaluates again on later frames, which the page's own
 * policy forbids.
 * @throws Error when it does not come to hold.
 */
export async function until(page: Page, expression: string): Promise<void> {
  const holds = await page.evaluate(`(async () => {
    for (const start = performance.now(); performance.now() - start < ${DEADLINE};) {
      if (${expression}) return true;
      await new Promise(requestAnimationFrame);
    }
    return false;
  })()`);
  if (holds !== true) throw new Error(`did not come to hold: ${expression}`);
}
