/**
 * Opens every page of the built dashboard in Chromium, light and dark, at 375 and 1440 pixels; fails where axe finds
 * anything, where the console has an error, or where a request leaves the origin. Screenshots go to test/browser/shots.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, serve } from './chromium.mjs';
import { pages } from './pages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const shots = join(here, 'shots');
const axe = readFileSync(join(here, '../../node_modules/axe-core/axe.min.js'), 'utf8');
const only = process.argv.slice(2);
const widths = [1440, 375];
const themes = ['light', 'dark'];

mkdirSync(shots, { recursive: true });
const { origin, close: stop } = await serve();
const { browser, close } = await chromium();
const faults = [];

try {
  for (const theme of themes) {
    for (const width of widths) {
      for (const [name, path] of Object.entries(pages)) {
        if (only.length === 0 || only.includes(name)) {
          await look(name, path, theme, width);
        }
      }
    }
  }
} finally {
  await close();
  await stop();
}
console.log(faults.length === 0 ? 'Nothing found.' : faults.join('\n'));
process.exit(faults.length === 0 ? 0 : 1);

async function look(name, path, theme, width) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => localStorage.setItem('demarc.organization', 'sample'));
  const where = `${name} ${theme} ${width}`;
  await page.setBypassCSP(false);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  page.on('console', (message) => ['error', 'warn'].includes(message.type()) && faults.push(`${where}: console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${where}: ${error.message}`));
  page.on('request', (request) => request.url().startsWith(origin) || faults.push(`${where}: request to ${request.url()}`));
  await page.goto(origin + path, { waitUntil: 'networkidle2' });
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[role=status]')?.textContent?.startsWith('Loading') !== true,
  );
  await new Promise((resolve) => setTimeout(resolve, 400));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, impact, help, nodes } of violations) {
    faults.push(
      `${where}: axe ${id} (${impact}): ${help}\n    ${nodes
        .slice(0, 3)
        .map(
          (node) =>
            `${node.target.join(' ')} :: ${node.html.slice(0, 140)} :: ${node.any
              .map((one) => one.message)
              .join('; ')
              .slice(0, 220)}`,
        )
        .join('\n    ')}`,
    );
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  if (wide) {
    faults.push(`${where}: the page scrolls sideways`);
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width, height: Math.min(height, 4000) });
  await page.screenshot({ path: join(shots, `${name}-${theme}-${width}.png`) });
  await page.close();
}
