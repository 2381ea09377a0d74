/**
 * The channels of the machinery under the contract. The preload knows these and nothing else; which request or
 * event is meant is data, checked in main.
 */
export const CHANNEL = {
  /** invoke(channel, input) -> Result */
  request: 'longshore:request',
  /** main -> window: EventEnvelope */
  event: 'longshore:event',
  /** window -> main: StreamUp */
  streamUp: 'longshore:stream-up',
  /** main -> window: StreamDown */
  streamDown: 'longshore:stream-down',
  /** window -> main: EventAck */
  eventAck: 'longshore:event-ack',
  /** window -> main: a page has begun in this window; streams and unacknowledged events of the one before are void */
  pageBegan: 'longshore:page-began',
} as const;
