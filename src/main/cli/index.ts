/** Composition root of the command line. */
export {};
