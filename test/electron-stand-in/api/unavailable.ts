/** Thrown for whatever Electron has and the stand-in has not. It never pretends. */
export class NotInStandIn extends Error {
  constructor(what: string) {
    super(`electron stand-in: ${what} is not available here; its README lists what is`);
    this.name = 'NotInStandIn';
  }
}

/** Asked of any object by the language or by whoever prints it, and rightly absent. */
const ASKED_OF_ALL = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'domain', 'captureRejections']);

/** Handler of a proxy that answers what its target has and throws for the rest. */
export const onlyWhatIsThere = (name: string): ProxyHandler<object> => ({
  get: (target, key, receiver) => {
    if (typeof key === 'symbol' || key in target || ASKED_OF_ALL.has(key)) return Reflect.get(target, key, receiver);
    throw new NotInStandIn(`${name}.${key}`);
  },
});

/** The object, with a clear error for every member that Electron's has and this one lacks. */
export const strict = <T extends object>(name: string, target: T): T => new Proxy(target, onlyWhatIsThere(name)) as T;

/** Stands for a whole module or class that is not here: throws for every use but being imported. */
export const unavailable = (name: string): unknown => {
  const refuse = (): never => {
    throw new NotInStandIn(name);
  };
  // The target must be something `new` may be said to, or the language refuses first and in other words.
  class Absent {}
  return new Proxy(Absent, {
    apply: refuse,
    construct: refuse,
    get: (_target, key) => {
      if (typeof key === 'symbol' || ASKED_OF_ALL.has(key)) return undefined;
      throw new NotInStandIn(`${name}.${key}`);
    },
  });
};
