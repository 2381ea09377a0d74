import fs from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../test/electron-stand-in/browser/find-browser.ts';
import { at } from '../lib/paths.mjs';
import { toIcns } from './icns.ts';
import { type Picture, toIco } from './ico.ts';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const LARGEST_IN_ICO = 256;

/** Draws an SVG at a size, with what it leaves out transparent. */
const draw = async (svg: string, sizes: readonly number[], executablePath: string): Promise<Picture[]> => {
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    const pictures: Picture[] = [];
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return pictures;
  } finally {
    await browser.close();
  }
};

/** Makes assets/icon.png, .ico and .icns from assets/icon.svg with an installed browser. @returns the exit status. */
export const makeIcons = async (): Promise<number> => {
  const browser = findBrowser();
  if (!browser) {
    console.error('Drawing the icon needs an installed Chromium, Chrome or Edge.');
    return 1;
  }
  const pictures = await draw(fs.readFileSync(at('assets/icon.svg'), 'utf8'), SIZES, browser);
  const largest = pictures.at(-1);
  if (largest) fs.writeFileSync(at('assets/icon.png'), largest.png);
  fs.writeFileSync(at('assets/icon.ico'), toIco(pictures.filter(({ size }) => size <= LARGEST_IN_ICO)));
  fs.writeFileSync(at('assets/icon.icns'), toIcns(pictures));
  return 0;
};
