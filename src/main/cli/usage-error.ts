/** The command line cannot be carried out as it stands; the message is a sentence for the person who wrote it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
