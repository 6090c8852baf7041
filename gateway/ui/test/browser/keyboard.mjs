/** Reaches a finding from the first page, opens a requirement and approves an attestation by the keyboard alone; checks title and focus on the way. */
import { chromium, serve } from './chromium.mjs';

const { origin, close: stop } = await serve();
const { browser, close } = await chromium();
const page = await browser.newPage();
await page.evaluateOnNewDocument(() => localStorage.setItem('demarc.organization', 'sample'));
await page.setViewport({ width: 1440, height: 900 });
const faults = [];
page.on('console', (message) => ['error', 'warn'].includes(message.type()) && faults.push(message.text()));

try {
  await page.goto(origin, { waitUntil: 'networkidle2' });
  await tabTo((element) => element.textContent === 'Findings' && element.tagName === 'A');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title === 'Findings · Demarc');
  expect(await focused((element) => element.textContent), 'Findings', 'focus after going to the findings');
  await page.waitForFunction(() => document.querySelector('table a[href^="/findings/"]') !== null);
  const title = await page.$eval('table a[href^="/findings/"]', (link) => link.textContent);
  await tabTo((element) => element.getAttribute('href')?.startsWith('/findings/') === true);
  await page.keyboard.press('Enter');
  await page.waitForFunction((wanted) => document.title === `${wanted} · Demarc`, {}, title);
  expect(await page.$eval('h1', (heading) => heading.textContent), title, 'heading of the finding');
  await tabTo((element) => element.getAttribute('role') === 'tab');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('[role=tab][aria-selected=true]')?.textContent === 'AWS CLI');

  await page.goto(`${origin}/responsibilities`, { waitUntil: 'networkidle2' });
  await tabTo((element) => element.className === 'cell-button' && element.textContent?.includes('+') === true);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.textContent?.includes('RDS Custom hands') === true);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.className === 'cell-button');

  await page.goto(`${origin}/frameworks/nist-800-53-r5`, { waitUntil: 'networkidle2' });
  await tabTo((element) => element.closest('[role=treegrid]') !== null);
  await pressTo('ArrowDown', (element) => element.getAttribute('aria-label') === 'Show the controls of AC-3');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('table a[href="/controls/s3-bucket-not-public"]') !== null);

  await page.goto(`${origin}/attestations/a-1`, { waitUntil: 'networkidle2' });
  await tabTo((element) => element.textContent === 'Approve');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[role=dialog]')?.contains(document.activeElement) === true);
  await tabTo((element) => element.getAttribute('placeholder') === 'Your name');
  await page.keyboard.type('Ines Ort');
  await tabTo((element) => element.textContent === 'Approve' && element.closest('[role=dialog]') !== null);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () =>
      document.querySelector('[role=dialog]:not([class*=hidden])') === null && document.body.textContent?.includes('is approved') === true,
  );
} finally {
  await close();
  await stop();
}
console.log(faults.length === 0 ? 'The keyboard reaches a finding, a requirement and an approval.' : faults.join('\n'));
process.exit(faults.length === 0 ? 0 : 1);

function tabTo(wanted) {
  return pressTo('Tab', wanted);
}

async function pressTo(key, wanted) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press(key);
    if (await focused(wanted)) {
      return;
    }
  }
  throw new Error(`200 presses of ${key} do not reach ${wanted}`);
}

function focused(question) {
  return page.evaluate(`(${question})(document.activeElement)`);
}

function expect(actual, wanted, what) {
  if (actual !== wanted) {
    faults.push(`${what} is '${actual}', not '${wanted}'`);
  }
}
