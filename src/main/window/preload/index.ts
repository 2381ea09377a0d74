/** The preload; see `contract/messages.ts`. */
export {};
