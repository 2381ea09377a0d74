import { EventEmitter } from 'node:events';
import { onlyWhatIsThere } from './unavailable.ts';

/**
 * Base of the stand-in's classes: an event emitter whose missing members throw. The constructor answers a proxy, so a
 * derived class's private fields are laid on that proxy and `this` is the proxy everywhere.
 */
export class StrictEmitter extends EventEmitter {
  constructor(name: string) {
    super();
    this.setMaxListeners(0);
    // biome-ignore lint/correctness/noConstructorReturn: answering the proxy instead is what this class is for.
    return new Proxy(this, onlyWhatIsThere(name)) as this;
  }
}
