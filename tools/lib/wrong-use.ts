/** What the person typed cannot be done; its message is all there is to say. */
export class WrongUse extends Error {}
