/** Where the members of a group wait for each other, to go on in the order they stand in. */
export interface Departure {
  /** Settles when every member has arrived or left. */
  arrive(member: number): Promise<void>;
  /** The member will not come; of one that has arrived it changes nothing. */
  leave(member: number): void;
}

/**
 * @param members how many there are, numbered from 0
 * @param before called when all are there, just before they go on
 */
export const createDeparture = (members: number, before: () => void): Departure => {
  const arrived = new Map<number, () => void>();
  const gone = new Set<number>();

  const goOnWhenComplete = (): void => {
    if (arrived.size + gone.size < members) return;
    before();
    for (let member = 0; member < members; member += 1) arrived.get(member)?.();
  };

  return {
    arrive: (member) =>
      new Promise((resolve) => {
        arrived.set(member, resolve);
        goOnWhenComplete();
      }),
    leave(member) {
      if (arrived.has(member) || gone.has(member)) return;
      gone.add(member);
      goOnWhenComplete();
    },
  };
};
