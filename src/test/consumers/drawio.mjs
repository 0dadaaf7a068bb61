// maxGraph, the graph library that draw.io grew from, reads every drawing: containers, cards, edges with both ends and waypoints.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { browser, DESIGNS, watchedPage } from './browser.mjs';

await build({
  stdin: { contents: `import { Graph, ModelXmlSerializer } from '@maxgraph/core'; window.maxgraph = { Graph, ModelXmlSerializer };`, resolveDir: '.' },
  bundle: true, format: 'iife', outfile: 'drawio-bundle.js', logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' },
});
const chromium = await browser();
try {
  for (const name of DESIGNS) {
    const xml = readFileSync(`files/${name}.drawio`, 'utf8');
    const { page, said } = await watchedPage(chromium, 1500, 1000);
    await page.setContent('<!doctype html><body style="margin: 0"><div id="graph" style="width: 1500px; height: 1000px; font-family: Helvetica"></div></body>');
    await page.addScriptTag({ path: 'drawio-bundle.js' });
    const found = await page.evaluate(text => {
      const file = new DOMParser().parseFromString(text, 'text/xml');
      const graph = new maxgraph.Graph(document.getElementById('graph'));
      graph.options.foldingEnabled = false; // its icon would be fetched
      graph.setHtmlLabels(true);
      graph.convertValueToString = cell => cell.value?.getAttribute?.('label') ?? '';
      new maxgraph.ModelXmlSerializer(graph.getDataModel()).import(new XMLSerializer().serializeToString(file.querySelector('mxGraphModel')));
      const cells = Object.values(graph.getDataModel().cells);
      const role = cell => cell.value?.getAttribute?.('sevenstep');
      const bounds = graph.getGraphBounds();
      graph.view.scaleAndTranslate(Math.min(1, 1480 / bounds.width, 980 / bounds.height), 10 - bounds.x, 10 - bounds.y);
      return {
        error: file.querySelector('parsererror')?.textContent ?? '',
        roles: Object.groupBy(cells.map(role).filter(Boolean), value => value),
        loose: cells.filter(cell => cell.edge && !(cell.source && cell.target)).length,
        homeless: cells.filter(cell => role(cell) === 'component' && role(cell.parent) !== 'frame').length,
        // Of every label that it covers, a card: the labels stand where there is room.
        covered: cells.filter(cell => cell.edge && cell.value?.getAttribute?.('label')).flatMap(edge => {
          const label = graph.view.getState(edge).text.boundingBox;
          return cells.filter(cell => role(cell) === 'component').filter(card => {
            const box = graph.view.getState(card);
            return label.x < box.x + box.width && box.x < label.x + label.width && label.y < box.y + box.height && box.y < label.y + label.height;
          }).map(card => `${edge.value.getAttribute('label')} over ${card.value.getAttribute('label')}`);
        }),
        waypoints: cells.filter(cell => cell.edge).map(cell => cell.geometry.points?.length ?? 0).reduce((a, b) => a + b, 0),
        source: JSON.parse(cells.find(cell => role(cell) === 'design').value.getAttribute('source')).format,
        scripts: document.querySelectorAll('#graph script, #graph img, #graph a').length,
      };
    }, xml);
    const count = role => (found.roles[role] ?? []).length;
    const given = pattern => [...xml.matchAll(pattern)].length;
    assert.equal(found.error, '', name);
    assert.equal(count('frame'), 7);
    assert.equal(count('component'), given(/sevenstep="component"/g), `${name}: cards`);
    assert.equal(count('link'), given(/sevenstep="link"/g), `${name}: links`);
    assert.equal(found.loose, 0, `${name}: both ends`);
    assert.equal(found.homeless, 0, `${name}: cards stand in frames`);
    assert.equal(found.waypoints, given(/<mxPoint (?![^>]*as="offset")/g), `${name}: waypoints`);
    if (name !== 'hostile') assert.deepEqual(found.covered, [], `${name}: labels over cards`);
    assert.equal(found.source, 'sevenstep-design', `${name}: carries its source`);
    assert.equal(found.scripts, 0, name);
    assert.deepEqual(said, [], `${name}: ${said}`);
    await page.screenshot({ path: `drawio-${name}.png` });
    await page.close();
    console.log(`${name}: ${count('component')} cards, ${count('link')} links, ${found.waypoints} waypoints`);
  }
} finally {
  await chromium.close();
}
