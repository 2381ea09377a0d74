import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNEL } from '#shared/contract/channels.ts';
import type { EventEnvelope, PreloadApi, StreamDown } from '#shared/contract/messages.ts';

/** Keeps what comes before the page has begun to listen; main sends one unacknowledged message a channel. */
const relay = <Message>(channel: string): ((listener: (message: Message) => void) => void) => {
  let early: Message[] = [];
  let deliver = (message: Message): void => {
    early.push(message);
  };
  ipcRenderer.on(channel, (_event, message: Message) => deliver(message));
  return (listener) => {
    deliver = listener;
    const kept = early;
    early = [];
    for (const message of kept) listener(message);
  };
};

const api: PreloadApi = {
  request: (channel, input) => ipcRenderer.invoke(CHANNEL.request, channel, input),
  onEvent: relay<EventEnvelope>(CHANNEL.event),
  acknowledge: (ack) => ipcRenderer.send(CHANNEL.eventAck, ack),
  stream: (message) => ipcRenderer.send(CHANNEL.streamUp, message),
  onStream: relay<StreamDown>(CHANNEL.streamDown),
  pathForFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
};

contextBridge.exposeInMainWorld('longshore', api);
ipcRenderer.send(CHANNEL.pageBegan);
