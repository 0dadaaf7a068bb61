// A headless browser: the one of the variable CHROMIUM or of the path, else the one that comes from npm (Linux on x86-64).
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

function onPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync);
}

export async function browser() {
  const found = process.env.CHROMIUM ?? onPath();
  const args = ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'];
  if (found) {
    return puppeteer.launch({ executablePath: found, args, headless: true });
  }
  const { default: packaged } = await import('@sparticuz/chromium');
  return puppeteer.launch({ executablePath: await packaged.executablePath(), args: [...args, '--headless=shell'], headless: 'shell' });
}

/** A page that writes down what it says on its console, what it throws and what it asks the network for. */
export async function watchedPage(from, width = 1280, height = 800) {
  const page = await from.newPage();
  await page.setViewport({ width, height });
  const said = [];
  page.on('console', message => ['error', 'warn'].includes(message.type()) && said.push(`console: ${message.text()}`));
  page.on('pageerror', error => said.push(`error: ${error.message}`));
  page.on('dialog', dialog => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith('data:') && !url.startsWith('file:') && url !== 'about:blank') said.push(`request: ${url}`);
  });
  return { page, said };
}

export const DESIGNS = ['movie-recommendation', 'card-fraud', 'image-search', 'hostile'];
