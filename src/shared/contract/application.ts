import { z } from 'zod';
import type { ConnectionSettings } from '../model/connection.ts';
import { answers, event, request } from './define.ts';

export interface ApplicationInfo {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** BCP 47 tags, the person's first choice first. */
  readonly languages: readonly string[];
  readonly home: string;
  readonly pathSeparator: '/' | '\\';
}

/** Where the program was asked to connect when it was started (a URL on the command line, or a link clicked). */
export interface ConnectWish {
  readonly settings: ConnectionSettings;
  /** Whether main holds a password that came with the wish (an ftp:// URL with one); it is used and never shown. */
  readonly passwordGiven: boolean;
  /** Connect without waiting for the person: the practice start only, never for a link that was clicked. */
  readonly atOnce: boolean;
}

export const applicationInfo = request('application/info', z.strictObject({}), answers<ApplicationInfo>());

/** Takes the wish to connect, if there is one that nobody took yet. */
export const takeConnectWish = request(
  'application/take-connect-wish',
  z.strictObject({}),
  answers<ConnectWish | null>(),
);
export const connectWished = event('application/connect-wished', 'every', answers<null>());

/** A person scrolls, points or types. For a moment transfers leave the machine room to answer and draw. */
export const personActive = request('application/person-active', z.strictObject({}), answers<null>());

export const copyText = request(
  'application/copy-text',
  z.strictObject({ text: z.string().max(1_000_000) }),
  answers<null>(),
);

/** What a person chose in the application menu; the window acts on it as on its own shortcuts. */
export type MenuCommand =
  | 'new-connection'
  | 'disconnect'
  | 'refresh'
  | 'send'
  | 'send-with-options'
  | 'new-folder'
  | 'rename'
  | 'delete'
  | 'select-all'
  | 'choose-left'
  | 'choose-right'
  | 'toggle-transcript'
  | 'toggle-hidden'
  | 'toggle-sites'
  | 'preferences';
export const menuChosen = event('application/menu-chosen', 'every', answers<MenuCommand>());
