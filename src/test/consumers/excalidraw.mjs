// Excalidraw's own restore keeps every element, binding and frame of a drawing, and its own export draws it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { browser, DESIGNS, watchedPage } from './browser.mjs';

await build({
  stdin: { contents: `import { convertToExcalidrawElements, exportToSvg, restore, serializeAsJSON } from '@excalidraw/excalidraw';\n      window.excalidraw = { convertToExcalidrawElements, exportToSvg, restore, serializeAsJSON };`, resolveDir: '.' },
  bundle: true, format: 'iife', outfile: 'excalidraw-bundle.js', logLevel: 'error', loader: { '.woff2': 'dataurl' },
  define: { 'process.env.IS_PREACT': '"false"', 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{}' },
});
const chromium = await browser();
try {
  for (const name of DESIGNS) {
    const file = JSON.parse(readFileSync(`files/${name}.excalidraw`, 'utf8'));
    const { page, said } = await watchedPage(chromium, 1600, 1000);
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({ path: 'excalidraw-bundle.js' });
    const { elements, svg, saved } = await page.evaluate(async given => {
      const restored = excalidraw.restore(structuredClone(given), null, null, { repairBindings: true });
      const drawn = await excalidraw.exportToSvg({ elements: restored.elements, files: {}, skipInliningFonts: true,
        appState: { ...restored.appState, exportBackground: true, viewBackgroundColor: '#ffffff', frameRendering: { enabled: true, clip: false, name: true, outline: true } } });
      document.body.replaceChildren(drawn);
      return { elements: restored.elements, saved: excalidraw.serializeAsJSON(restored.elements, restored.appState, {}, 'local'), svg: { texts: drawn.querySelectorAll('text').length, scripts: drawn.querySelectorAll('script, a, image').length } };
    }, file);
    const kept = new Map(elements.map(element => [element.id, element]));
    for (const before of file.elements) {
      const after = kept.get(before.id);
      assert.ok(after && !after.isDeleted, `${name}: ${before.id} is kept`);
      assert.deepEqual(after.customData, before.customData, `${name}: ${before.id} says what it is`);
      assert.equal(after.frameId, before.frameId, `${name}: ${before.id} stays in its frame`);
      for (const member of ['x', 'y', 'width', 'height']) {
        assert.ok(Math.abs(after[member] - before[member]) < 0.5, `${name}: ${before.id}.${member} ${before[member]} ${after[member]}`);
      }
      const bound = element => (element.boundElements ?? []).map(other => `${other.type} ${other.id}`).sort();
      assert.deepEqual(bound(after), bound(before), `${name}: ${before.id} is bound to the same`);
      if (before.type === 'text') {
        assert.equal(after.containerId, before.containerId, `${name}: ${before.id} is bound to its shape`);
        assert.equal(after.text, before.text, `${name}: ${before.id}`);
      }
      if (before.type === 'arrow') {
        assert.equal(after.startBinding?.elementId, before.startBinding.elementId, `${name}: ${before.id} starts where it did`);
        assert.equal(after.endBinding?.elementId, before.endBinding.elementId, `${name}: ${before.id} ends where it did`);
        assert.equal(after.elbowed, true);
        assert.deepEqual(after.points, before.points, `${name}: ${before.id} takes its way`);
      }
    }
    assert.equal(elements.length, file.elements.length, `${name}: nothing more`);
    assert.equal(svg.scripts, 0, name);
    assert.deepEqual(said, [], `${name}: ${said}`);
    writeFileSync(`files/${name}-saved.excalidraw`, saved);
    await (await page.$('svg')).screenshot({ path: `excalidraw-${name}.png` });
    await page.close();
    console.log(`${name}: ${elements.length} elements, ${svg.texts} lines of text`);
  }

  // A drawing of Excalidraw's own making, for the import.
  const { page } = await watchedPage(chromium);
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ path: 'excalidraw-bundle.js' });
  writeFileSync('files/own.excalidraw', await page.evaluate(() => {
    const box = (id, text, x) => ({ type: 'rectangle', id, x, y: 100, width: 180, height: 80, label: { text } });
    const arrow = (from, to) => ({ type: 'arrow', x: 0, y: 0, label: { text: 'clicks' }, start: { id: from }, end: { id: to } });
    const elements = excalidraw.convertToExcalidrawElements([box('a', 'User events', 0), box('b', 'Kafka', 300), arrow('a', 'b')], { regenerateIds: false });
    return excalidraw.serializeAsJSON(elements, {}, {}, 'local');
  }));
} finally {
  await chromium.close();
}
