import type { DatabaseSync } from 'node:sqlite';
import * as applicationContract from '#shared/contract/application.ts';
import * as connectionContract from '#shared/contract/connections.ts';
import * as consoleContract from '#shared/contract/console.ts';
import * as doctorContract from '#shared/contract/doctor.ts';
import * as learnedServerContract from '#shared/contract/learned-servers.ts';
import * as localFileContract from '#shared/contract/local-files.ts';
import * as nameContract from '#shared/contract/names.ts';
import * as preferencesContract from '#shared/contract/preferences.ts';
import * as promptContract from '#shared/contract/prompts.ts';
import * as remoteFileContract from '#shared/contract/remote-files.ts';
import * as siteContract from '#shared/contract/sites.ts';
import * as transcriptContract from '#shared/contract/transcript.ts';
import * as transferContract from '#shared/contract/transfers.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import type { SessionView } from '#shared/model/session.ts';
import type { Site } from '#shared/model/site.ts';
import { createEventHub, type EventHub } from './ipc/emit.ts';
import { type ApplicationServices, applicationHandlers } from './ipc/handlers/application.ts';
import { connectionHandlers } from './ipc/handlers/connections.ts';
import { consoleHandlers } from './ipc/handlers/console.ts';
import { doctorHandlers } from './ipc/handlers/doctor.ts';
import { learnedServerHandlers } from './ipc/handlers/learned-servers.ts';
import { type Desktop, localFileHandlers } from './ipc/handlers/local-files.ts';
import { nameHandlers } from './ipc/handlers/names.ts';
import { preferencesHandlers } from './ipc/handlers/preferences.ts';
import { promptHandlers } from './ipc/handlers/prompts.ts';
import { remoteFileHandlers } from './ipc/handlers/remote-files.ts';
import { siteHandlers } from './ipc/handlers/sites.ts';
import { transcriptHandlers } from './ipc/handlers/transcript.ts';
import { transferHandlers } from './ipc/handlers/transfers.ts';
import { collectRoutes, type Routes, routesOf } from './ipc/routes.ts';
import { tellIn } from './ipc/tell-fault.ts';
import { createFolderWatch } from './local/folder-watch.ts';
import { readSmallFile } from './local/read-small-file.ts';
import type { Power } from './power.ts';
import { createPreferencesStore, type PreferencesStore } from './preferences/preferences-store.ts';
import type { Asker } from './prompts/asker.ts';
import { createPromptDesk } from './prompts/prompt-desk.ts';
import { type ConnectWishes, createConnectWishes } from './session/connect-wish.ts';
import type { ConnectUserFtp } from './session/connector.ts';
import { watchNetwork } from './session/network-watch.ts';
import { createSessionRegistry } from './session/registry.ts';
import { createServerConnections } from './session/server-connections.ts';
import type { SessionServices } from './session/session.ts';
import { createSystemProxy } from './session/system-proxy.ts';
import type { KeyWrapper } from './site/key-wrapper.ts';
import { createLearnedServers } from './site/learned-servers.ts';
import { createSiteRules } from './site/site-rules.ts';
import { createSiteStore } from './site/site-store.ts';
import { createTlsHosts } from './site/tls-hosts.ts';
import { createTrustedCertificates } from './site/trusted-certificates.ts';
import { createVault } from './site/vault.ts';
import { outliveSleep } from './sleep-and-network.ts';
import type { FindIds } from './transfer/kept/find-ids.ts';
import { createPacing } from './transfer/pacing/pacing.ts';
import { createTransferQueue } from './transfer/queue.ts';
import type { TransferQueue } from './transfer/requests/transfer-queue.ts';

/** What the services are made of that comes from Electron or the engine, so that tests bring their own. */
export interface ServicesOptions {
  readonly database: DatabaseSync;
  readonly connect: ConnectUserFtp;
  /** Finds transfers beside the main thread; left out: in it. */
  readonly findIds?: FindIds;
  readonly keyWrapper: KeyWrapper;
  /** The system's proxies for a URL, as Chromium lists them: `PROXY 192.0.2.1:3128; DIRECT`. */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly desktop: Desktop;
  readonly application: Omit<ApplicationServices, 'wishes'>;
  readonly power: Power;
  readonly onPreferences: (preferences: Preferences) => void;
  /** The transfers of an earlier run cannot all be read. */
  readonly onBrokenQueue: (error: unknown) => void;
}

/** Everything behind the window. */
export interface Services {
  readonly hub: EventHub;
  readonly routes: Routes;
  readonly wishes: ConnectWishes;
  readonly preferences: PreferencesStore;
  readonly asker: Asker;
  /** What the frame around the window and the system show of the queue, and what is done when it is over. */
  readonly transfers: Pick<TransferQueue, 'onChanged' | 'setWhenDone'>;
  /** Stops transfers cleanly, dismisses questions and says QUIT to every server. */
  close(): Promise<void>;
}

export const createServices = (options: ServicesOptions): Services => {
  const { database } = options;
  const hub = createEventHub();
  const { emit } = hub;

  const preferences = createPreferencesStore(database, (changed) => {
    emit(preferencesContract.preferencesChanged, changed);
    pacing.review();
    options.onPreferences(changed);
  });
  const prompts = createPromptDesk((open) => emit(promptContract.promptsChanged, open));
  const wishes = createConnectWishes(() => emit(applicationContract.connectWished, null));
  const sites = createSiteStore(database);
  const vault = createVault(database, options.keyWrapper);

  const onSitesChange = (all: readonly Site[]): void => {
    emit(siteContract.sitesChanged, all);
    pacing.review();
  };
  const onConnected = ({ sessionId, siteId }: SessionView): void => {
    queue.sessionConnected(sessionId);
    if (siteId === null) return;
    sites.connected(siteId, Date.now());
    onSitesChange(sites.list());
  };
  const learnedServers = createLearnedServers(database);
  const tlsHosts = createTlsHosts(database);
  const sessionServices: SessionServices = {
    connect: options.connect,
    readLocalFile: readSmallFile,
    vault,
    trusted: createTrustedCertificates(database),
    tlsHosts,
    learnedServers,
    serverConnections: createServerConnections(),
    systemProxy: createSystemProxy(options.resolveProxy),
    asker: prompts,
    onChange: (view) => emit(connectionContract.connectionChanged, view),
    onLine: (sessionId, line) => emit(transcriptContract.transcriptGrew, { sessionId, lines: [line] }),
  };
  const registry = createSessionRegistry({
    ...sessionServices,
    siteName: (siteId) => sites.get(siteId)?.name,
    onConnected,
  });
  const pacing = createPacing({
    plan: () => preferences.read().speedPlan,
    // As the site is now, not as it was when it was connected.
    speedsOf: ({ siteId, settings }) => (sites.get(siteId ?? '')?.settings ?? settings).transferPolicy.speeds,
  });
  const queue = createTransferQueue({
    sessions: registry,
    asker: prompts,
    preferences: preferences.read,
    pacing,
    siteRules: createSiteRules(sites, () => onSitesChange(sites.list())),
    database,
    ...(options.findIds && { findIds: options.findIds }),
    onBroken: options.onBrokenQueue,
    goesOnAtStart: () => preferences.read().goOnAtStart,
    transferSessions: {
      open: async ({ id, siteId, settings }) => {
        // A site that was changed meanwhile is connected to as it is now.
        const site = siteId === null ? undefined : sites.get(siteId);
        await registry.open({
          sessionId: sessionForTransfers(id),
          settings: site?.settings ?? settings,
          siteId: site?.siteId ?? null,
          password: null,
        });
      },
      close: ({ id }) => registry.close(sessionForTransfers(id)),
    },
  });
  queue.onChanged((summary) => emit(transferContract.transfersChanged, summary));
  queue.onFolderChanged((folder) => emit(transferContract.folderChanged, folder));

  const stopOutliving = outliveSleep({ power: options.power, sessions: registry, queue, watch: watchNetwork });
  const watch = createFolderWatch((path) => emit(transferContract.folderChanged, { sessionId: null, path }));

  const collected = collectRoutes(
    routesOf(applicationContract, applicationHandlers({ ...options.application, wishes })),
    routesOf(connectionContract, connectionHandlers(registry, wishes, sites)),
    routesOf(consoleContract, consoleHandlers(registry)),
    routesOf(doctorContract, doctorHandlers(sessionServices, registry, sites)),
    routesOf(learnedServerContract, learnedServerHandlers(learnedServers, tlsHosts)),
    routesOf(localFileContract, localFileHandlers(options.desktop, watch)),
    routesOf(nameContract, nameHandlers({ registry, sites, onSitesChange })),
    routesOf(preferencesContract, preferencesHandlers(preferences)),
    routesOf(promptContract, promptHandlers(prompts)),
    routesOf(remoteFileContract, remoteFileHandlers(registry)),
    routesOf(siteContract, siteHandlers({ sites, vault, registry, onChange: onSitesChange })),
    routesOf(transcriptContract, transcriptHandlers(registry)),
    routesOf(transferContract, transferHandlers(queue, options.desktop)),
  );
  const routes: Routes = { ...collected, tell: tellIn(registry) };

  return {
    hub,
    routes,
    wishes,
    preferences,
    asker: prompts,
    transfers: queue,
    close: async () => {
      stopOutliving();
      watch.close();
      prompts.dismissAll();
      await queue.stop();
      pacing.stop();
      await registry.closeAll();
    },
  };
};

/** What the session is called that is opened for the transfers of an account alone. */
const sessionForTransfers = (account: number): string => `transfers-${account}`;
