import { afterEach, expect, test } from 'vitest';
import type { ListingEnd } from '#shared/contract/remote-files.ts';
import { FaultError } from '#shared/fault.ts';
import type { EntryChunk } from '#shared/model/entry-chunk.ts';
import { nameHandlers } from '../../../../src/main/ipc/handlers/names.ts';
import { remoteFileHandlers } from '../../../../src/main/ipc/handlers/remote-files.ts';
import { tellIn } from '../../../../src/main/ipc/tell-fault.ts';
import { createSessionRegistry, type SessionRegistry } from '../../../../src/main/session/registry.ts';
import { createSiteStore } from '../../../../src/main/site/site-store.ts';
import { openDatabase } from '../../../../src/main/store/database.ts';
import { fakeServices, SETTINGS } from '../fake-services.ts';
import { entry, fakeConnect, fakeUserFtp, SUMMARY } from '../fake-user-ftp.ts';

/** Names as Windows wrote them in Germany, beside one in UTF-8. */
const LISTED = ['M\uDCFCller.pdf', '\uDCDCbersicht.xls', 'sch\uDCF6ne Gr\uDCFC\uDCDFe.doc', '日本.txt'];

let registry: SessionRegistry | null = null;
afterEach(() => registry?.closeAll());

const connected = async (part: Partial<typeof SETTINGS> = {}, siteId: string | null = null) => {
  const server = fakeConnect(() =>
    fakeUserFtp({
      list: async (_path, { onEntries }) => {
        onEntries(LISTED.map((name) => entry(name)));
        return { ...SUMMARY, entries: LISTED.length };
      },
    }),
  );
  const services = fakeServices(server.connect);
  const opened = createSessionRegistry({ ...services, siteName: () => 'site', onConnected: () => {} });
  registry = opened;
  await opened.open({ sessionId: 's', settings: { ...SETTINGS, ...part }, password: 'secret', siteId });
  const sites = createSiteStore(openDatabase(':memory:'));
  return {
    registry: opened,
    services,
    server,
    sites,
    names: nameHandlers({ registry: opened, sites, onSitesChange: () => {} }),
  };
};

const list = async (from: SessionRegistry, freshness: 'now' | 'recent' | 'known') => {
  const input = { sessionId: 's', path: '/M\uDCFCller', freshness };
  const stream = remoteFileHandlers(from).listRemote(input, new AbortController().signal);
  const chunks: EntryChunk[] = [];
  for (;;) {
    const step: IteratorResult<EntryChunk, ListingEnd> = await stream.next();
    if (step.done) return { end: step.value, names: chunks.flatMap(({ names }) => names), shown: shownOf(chunks) };
    chunks.push(step.value);
  }
};

const shownOf = (chunks: readonly EntryChunk[]): readonly string[] =>
  chunks.flatMap(({ names, shown }) => names.map((name, row) => shown?.[row] ?? name));

test('names that are not UTF-8 are guessed once a listing has come, and the guess is kept with what showed it', async () => {
  const { registry: from, services, server } = await connected();
  await list(from, 'now');
  expect(from.require('s').view().names).toEqual({ chosen: 'auto', guessed: 'windows-1252' });
  expect(services.views.at(-1)?.names.guessed).toBe('windows-1252');
  const again = await list(from, 'known');
  expect(again.shown).toEqual(['Müller.pdf', 'Übersicht.xls', 'schöne Grüße.doc', '日本.txt']);
  expect(again.names).toEqual(LISTED);
  expect(again.end.shownPath).toBe('/Müller');
  expect(server.made[0]?.asked.filter((line) => line.startsWith('list'))).toHaveLength(1);
  expect(services.learnedServers.recall('example.org', 21)).toMatchObject([
    {
      fact: 'nameEncoding',
      value: 'windows-1252',
      evidence: ['4D FC 6C 6C 65 72 2E 70 64 66 reads Müller.pdf', expect.any(String), expect.any(String)],
    },
  ]);
});

test('a folder is read in another encoding out of what is here: no command is sent', async () => {
  const { registry: from, names, server } = await connected();
  await list(from, 'now');
  const before = server.made[0]?.asked.length;
  const view = await names.setEncoding({ sessionId: 's', encoding: 'cp437' });
  expect(view.names).toEqual({ chosen: 'cp437', guessed: 'windows-1252' });
  const again = await list(from, 'known');
  expect(again.names).toEqual(LISTED);
  expect(again.shown[0]).toBe('Mⁿller.pdf');
  expect(server.made[0]?.asked).toHaveLength(before ?? 0);
});

test('an encoding that there is not is refused, and names read as before', async () => {
  const { registry: from, names } = await connected();
  await expect(names.setEncoding({ sessionId: 's', encoding: 'klingon' })).rejects.toThrow(/klingon/);
  expect(from.require('s').view().names.chosen).toBe('auto');
});

test('what was chosen is kept with the site', async () => {
  const { names, sites, registry: from } = await connected();
  const site = sites.save({ siteId: null, name: 'site', settings: SETTINGS });
  await from.open({ sessionId: 's', settings: SETTINGS, password: 'secret', siteId: site.siteId });
  await names.setEncoding({ sessionId: 's', encoding: 'koi8-r' });
  expect(sites.get(site.siteId)?.settings.encoding).toBe('koi8-r');
});

test('a site that says what its names are in is not guessed about, and not asked for UTF-8', async () => {
  const { registry: from, server, names } = await connected({ encoding: 'iso-8859-1' });
  await list(from, 'now');
  expect(from.require('s').view().names).toEqual({ chosen: 'iso-8859-1', guessed: null });
  expect(server.told[0]).toMatchObject({ encoding: 'auto', asksUtf8: false });
  expect(await names.writeName({ sessionId: 's', text: '/Müller' })).toBe('/M\uDCFCller');
});

test('a site may set another encoding against the guess', async () => {
  const { registry: from } = await connected({ overrides: { nameEncoding: 'cp437' } });
  await list(from, 'now');
  expect(from.require('s').view().names).toEqual({ chosen: 'auto', guessed: 'cp437' });
});

test('the login is written in the encoding of the site, and a refusal does not repeat the password', async () => {
  const { server } = await connected({ encoding: 'iso-8859-1', user: 'müller' });
  expect(server.told[0]?.user).toBe('m\uDCFCller');
  await expect(connected({ encoding: 'iso-8859-1', user: '日本' })).rejects.not.toThrow(/日本/);
});

test('the words of a refusal read as the names do', async () => {
  const { registry: from } = await connected({ encoding: 'iso-8859-1' });
  const { fault } = new FaultError({
    kind: 'reply',
    stage: 'preparing',
    command: 'DELE',
    code: 550,
    text: 'M\uDCFCller?',
  });
  expect(tellIn(from)(fault, { sessionId: 's' })).toMatchObject({ text: 'Müller?' });
  expect(tellIn(from)(fault, { sessionId: 'other' })).toMatchObject({ text: 'M\uDCFCller?' });
});
