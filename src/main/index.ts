/** Composition root of the app. */
export {};
