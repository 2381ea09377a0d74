/** Ends a transfer with this reply in place of the 226. */
export class TransferRefused extends Error {
  override readonly name = 'TransferRefused';
}
