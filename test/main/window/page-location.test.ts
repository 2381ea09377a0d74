import { describe, expect, test } from 'vitest';
import { isOurPage, pageLocation } from '../../../src/main/window/page-location.ts';

describe('our page, as a file', () => {
  const location = pageLocation('/opt/Long shore/out/renderer/index.html', undefined);

  test.each([
    [location.url, true],
    [`${location.url}#/sites`, true],
    [`${location.url}?a=1`, true],
    ['file:///opt/Long%20shore/out/renderer/other.html', false],
    ['file:///opt/Long%20shore/out/renderer/index.html/../../../evil.html', false],
    ['file://host/opt/Long%20shore/out/renderer/index.html', false],
    ['https://example.org/out/renderer/index.html', false],
    ['about:blank', false],
    ['', false],
    ['no address', false],
  ])('%s: %s', (address, ours) => {
    expect(isOurPage(location, address)).toBe(ours);
  });
});

describe('our page, from the development server', () => {
  const location = pageLocation('/out/renderer/index.html', 'http://localhost:5173');

  test.each([
    ['http://localhost:5173/', true],
    ['http://localhost:5173/deep?x#y', true],
    ['http://localhost:5174/', false],
    ['https://localhost:5173/', false],
    ['file:///out/renderer/index.html', false],
  ])('%s: %s', (address, ours) => {
    expect(isOurPage(location, address)).toBe(ours);
  });
});
