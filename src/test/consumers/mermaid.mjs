// Mermaid's own parser and renderer take every flowchart, in the version most sites have and in the newest one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { browser, DESIGNS, watchedPage } from './browser.mjs';

const chromium = await browser();
try {
  for (const version of ['mermaid', 'mermaid-newest']) {
    for (const name of DESIGNS) {
      const text = readFileSync(`files/${name}.mmd`, 'utf8');
      const { page, said } = await watchedPage(chromium, 1600, 1200);
      await page.setContent('<body></body>');
      await page.addScriptTag({ path: `node_modules/${version}/dist/mermaid.min.js` });
      const drawn = await page.evaluate(async source => {
        mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
        const { diagramType } = await mermaid.parse(source);
        const { svg } = await mermaid.render('drawn', source);
        document.querySelectorAll('script').forEach(script => script.remove());
        document.body.innerHTML = svg;
        return {
          diagramType,
          nodes: document.querySelectorAll('.node').length,
          links: document.querySelectorAll('.edgePaths > path, .edgePaths > g').length,
          steps: document.querySelectorAll('.cluster').length,
          labels: [...document.querySelectorAll('.nodeLabel')].map(label => label.textContent),
          scripts: document.querySelectorAll('script, img, a, [onload], [onerror]').length,
        };
      }, text);
      const count = pattern => text.split('\n').filter(line => pattern.test(line)).length;
      assert.match(drawn.diagramType, /^flowchart/);
      assert.equal(drawn.nodes, count(/^ {4}c_|^ {2}note_/), `${name}: nodes`);
      assert.equal(drawn.links, count(/^ {2}c_/), `${name}: links`);
      assert.equal(drawn.steps, count(/^ {2}subgraph/), `${name}: steps`);
      assert.equal(drawn.scripts, 0, `${name}: something other than text came out of a label`);
      assert.ok(!drawn.labels.some(label => label.includes('Unsupported markdown')), `${name}: labels are plain text`);
      if (name === 'hostile') {
        for (const title of ['<script>ALERT(1)</script>', '[ALERT](javascript:ALERT(1))', '1. ALERT', '- ALERT', 'style: #ALERT;']) {
          assert.ok(drawn.labels.some(label => label.startsWith(title)), `shows ${title}: ${drawn.labels.join('\n')}`);
        }
      }
      assert.deepEqual(said, [], `${name}: ${said}`);
      await (await page.$('svg')).screenshot({ path: `${version}-${name}.png` });
      await page.close();
      console.log(`${version} ${name}: ${drawn.nodes} nodes, ${drawn.links} links`);
    }
  }
} finally {
  await chromium.close();
}
