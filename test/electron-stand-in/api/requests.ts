import type { DevtoolsSession } from '../browser/devtools-pipe.ts';
import { addressForApp, handlerOf } from './protocol.ts';

interface Paused {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
}

/** Whether the window's main frame may go to this address of the app. */
export type NavigationGuard = (address: string) => boolean;

/** Answers the requests of one page that are the app's to answer, and asks before its main frame goes elsewhere. */
export const answerRequests = async (
  devtools: DevtoolsSession,
  mainFrame: string,
  mayNavigate: NavigationGuard,
): Promise<void> => {
  const deliver = async ({ requestId, request }: Paused, address: string): Promise<void> => {
    const handler = handlerOf(address);
    if (!handler) {
      await devtools.send('Fetch.continueRequest', { requestId });
      return;
    }
    const { method, headers, postData } = request;
    const response = await handler(new Request(address, { method, headers, ...(postData ? { body: postData } : {}) }));
    await devtools.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  };

  devtools.on('Fetch.requestPaused', async (paused: Paused) => {
    const { requestId, frameId, resourceType, request } = paused;
    const address = addressForApp(request.url);
    try {
      if (resourceType === 'Document' && frameId === mainFrame && !mayNavigate(address)) {
        await devtools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      } else {
        await deliver(paused, address);
      }
    } catch (error) {
      console.error(`electron stand-in: ${address} was not answered:`, error);
      await devtools.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => {});
    }
  });
  await devtools.send('Fetch.enable', {
    patterns: [{ urlPattern: '*', resourceType: 'Document' }, { urlPattern: 'http://*.localhost/*' }],
  });
};
