// A browser opens the HTML pages and SVG pictures: nothing on the console, no request, cards show their fields, zoom and pan work.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { browser, DESIGNS, watchedPage } from './browser.mjs';

const file = name => `file://${process.cwd()}/files/${name}`;
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const chromium = await browser();

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }))
    .violations.map(found => `${found.id}: ${found.help}: ${found.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | ')}`));
}

const transform = page => page.$eval('#board', board => board.style.transform);

async function interact(page, name) {
  const level = () => page.$eval('#zoom-level', output => parseInt(output.textContent, 10));
  const fitted = await level();
  await page.click('#zoom-in');
  assert.ok(await level() > fitted, 'the button zooms in');
  await page.click('#zoom-fit');
  assert.equal(await level(), fitted, 'fit goes back');
  await page.focus('#view');
  await page.keyboard.press('+');
  assert.ok(await level() > fitted, 'the key zooms in');
  const before = await transform(page);
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await transform(page), before, 'the arrow moves');
  await page.keyboard.press('0');
  const view = await (await page.$('#view')).boundingBox();
  await page.mouse.move(view.x + 300, view.y + 200);
  await page.keyboard.down('Control');
  await page.mouse.wheel({ deltaY: -200 });
  await page.keyboard.up('Control');
  await page.waitForFunction(was => parseInt(document.getElementById('zoom-level').textContent, 10) > was, {}, fitted);
  const still = await transform(page);
  await page.mouse.down();
  await page.mouse.move(view.x + 380, view.y + 260, { steps: 4 });
  await page.mouse.up();
  assert.notEqual(await transform(page), still, 'a drag pans');
  assert.equal(await page.$eval('.panel', panel => panel.hidden), true, 'a drag opens nothing');
  await page.click('#zoom-fit');

  const card = await page.$('#k2');
  await card.click();
  const shown = () => page.$eval('.panel', panel => panel.hidden ? '' : panel.innerText);
  const title = await card.$eval('.name', line => line.textContent);
  const wanted = await page.$$eval('#c2 tbody th', cells => cells.map(cell => cell.textContent));
  const text = await shown();
  assert.ok(text.includes(title) && wanted.every(label => text.includes(label)), `${name}: a click shows ${title}: ${text}`);
  await page.keyboard.press('Escape');
  assert.equal(await shown(), '', 'Esc closes');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'k2', 'and gives the focus back');
  await page.focus('#k3');
  await page.keyboard.press('Enter');
  assert.ok((await shown()).includes(await page.$eval('#k3 .name', line => line.textContent)), 'Enter shows the fields');
}

/** Two fingers move apart. */
async function pinch(page) {
  const view = await (await page.$('#view')).boundingBox();
  const client = await page.createCDPSession();
  const level = () => page.$eval('#zoom-level', output => parseInt(output.textContent, 10));
  const before = await level();
  const at = apart => [-1, 1].map((side, id) => ({ id, x: view.x + view.width / 2 + side * apart, y: view.y + 80 }));
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(20) });
  for (const apart of [30, 45, 60]) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(apart) });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForFunction(was => parseInt(document.getElementById('zoom-level').textContent, 10) > 2 * was, {}, before);
}

try {
  for (const name of DESIGNS) {
    const { page, said } = await watchedPage(chromium);
    await page.goto(file(`${name}.html`));
    await page.screenshot({ path: `page-${name}-light.png` });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${name}: no sideways scrolling`);
    if (name !== 'hostile') {
      await interact(page, name);
      await page.screenshot({ path: `page-${name}-panel.png` });
    }
    assert.deepEqual(await violations(page), [], name);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.screenshot({ path: `page-${name}-dark.png` });
    assert.deepEqual(await violations(page), [], `${name}, dark`);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.getElementById('step-data').scrollIntoView());
    await page.screenshot({ path: `page-${name}-steps.png` });
    await page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
    await page.goto(file(`${name}.html`));
    await page.screenshot({ path: `page-${name}-phone.png` });
    if (name !== 'hostile') await pinch(page);
    await page.pdf({ path: `page-${name}.pdf`, format: 'A4', preferCSSPageSize: true, printBackground: false });
    assert.deepEqual(said, [], `${name}: ${said}`);
    await page.close();

    for (const picture of [`${name}.svg`, `${name}-dark.svg`]) {
      const { page: svg, said: svgSaid } = await watchedPage(chromium, 1400, 900);
      await svg.goto(file(picture));
      const found = await svg.evaluate(() => ({
        root: document.documentElement.localName,
        texts: document.querySelectorAll('text').length,
        scripts: document.querySelectorAll('script, foreignObject, image, a').length,
      }));
      assert.equal(found.root, 'svg', `${picture}: no error page`);
      assert.ok(found.texts > 40, `${picture}: text`);
      assert.equal(found.scripts, 0, picture);
      assert.deepEqual(svgSaid, [], `${picture}: ${svgSaid}`);
      await svg.screenshot({ path: `picture-${picture}.png`, omitBackground: true });
      await svg.close();
    }
    console.log(`${name}: page and pictures`);
  }
} finally {
  await chromium.close();
}
