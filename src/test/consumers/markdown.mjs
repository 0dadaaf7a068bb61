// A reader of GitHub's Markdown makes headings, tables and text of every document, and nothing else.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { marked } from 'marked';
import { browser, DESIGNS, watchedPage } from './browser.mjs';

const chromium = await browser();
try {
  for (const name of DESIGNS) {
    const html = marked.parse(readFileSync(`files/${name}.md`, 'utf8'), { gfm: true });
    writeFileSync(`markdown-${name}.html`, `<!doctype html><meta charset="utf-8"><style>body { font: 15px sans-serif; max-width: 60em; margin: 2em auto }
      table { border-collapse: collapse } td, th { border: 1px solid silver; padding: .3em .6em; text-align: left }</style>${html}`);
    const { page, said } = await watchedPage(chromium);
    await page.goto(`file://${process.cwd()}/markdown-${name}.html`);
    const found = await page.evaluate(() => ({
      tags: [...new Set([...document.body.querySelectorAll('*')].map(element => element.localName))].sort(),
      links: [...document.querySelectorAll('a')].map(link => link.href),
      steps: document.querySelectorAll('h2').length,
      widths: [...new Set([...document.querySelectorAll('tr')].map(row => row.children.length))].sort(),
    }));
    // Bold words and numbered points are those of notes, which have simple formatting.
    const plain = ['a', 'blockquote', 'br', 'code', 'em', 'h1', 'h2', 'h3', 'h4', 'li', 'ol', 'p', 'pre', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'];
    assert.deepEqual(found.tags.filter(tag => !plain.includes(tag)), [], `${name}: tags`);
    assert.deepEqual(found.links.filter(link => !link.startsWith('http')), [], `${name}: links`);
    assert.deepEqual(found.widths, [3, 4], `${name}: cells of a row`);
    assert.ok(found.steps >= 7, `${name}: steps`);
    assert.deepEqual(said, [], `${name}: ${said}`);
    await page.setViewport({ width: 1280, height: 1600 });
    await page.$eval("h3", heading => heading.scrollIntoView({ block: "center" }));
    await page.screenshot({ path: `markdown-${name}.png` });
    await page.close();
    console.log(`${name}: ${found.steps} headings`);
  }
} finally {
  await chromium.close();
}
