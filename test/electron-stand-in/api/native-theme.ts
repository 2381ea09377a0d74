import type { Page } from '../browser/page.ts';
import type { FromPage } from '../page/messages.ts';
import { StrictEmitter } from './strict-emitter.ts';

type ThemeSource = 'system' | 'light' | 'dark';

/** The colours that every page of the app is shown in, and what the browser says of the system's. */
class Colours {
  readonly #pages = new Set<Page>();
  #source: ThemeSource = 'system';
  #systemIsDark = false;
  changed: () => void = () => {};

  get source(): ThemeSource {
    return this.#source;
  }

  get dark(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark';
  }

  choose(source: ThemeSource): void {
    if (source === this.#source) return;
    this.#source = source;
    for (const page of this.#pages) void this.#apply(page).catch(() => this.#pages.delete(page));
    this.changed();
  }

  /** Shows a page in the chosen colours, now and after every load. */
  async follow(page: Page): Promise<void> {
    this.#pages.add(page);
    page.on('message', (message: FromPage) => {
      if (message.kind !== 'dark' || this.#source !== 'system' || message.dark === this.#systemIsDark) return;
      this.#systemIsDark = message.dark;
      this.changed();
    });
    // A driver of the page may have emulated colours of its own before the first document.
    page.devtools.on('Page.frameStartedLoading', () => void this.#reapply(page));
    await this.#apply(page);
  }

  async #reapply(page: Page): Promise<void> {
    if (this.#source !== 'system') await this.#apply(page).catch(() => {});
  }

  async #apply(page: Page): Promise<void> {
    const value = this.#source === 'system' ? '' : this.#source;
    await page.devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }
}

export const colours = new Colours();

class NativeTheme extends StrictEmitter {
  constructor() {
    super('nativeTheme');
    colours.changed = () => this.emit('updated');
  }

  get themeSource(): ThemeSource {
    return colours.source;
  }

  set themeSource(source: ThemeSource) {
    colours.choose(source);
  }

  get shouldUseDarkColors(): boolean {
    return colours.dark;
  }
}

export const nativeTheme = new NativeTheme();
