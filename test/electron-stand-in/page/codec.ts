/** Values as text, with what structured cloning keeps and JSON loses. */
export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * Makes the codec. The function stands alone, because its own source text is what is put into the page: it may name
 * nothing outside itself, and nothing that only one of Node and Chromium has.
 *
 * What JSON can carry goes as `p` and plain JSON; anything else as `t` and JSON in which an object with `$` stands
 * for a value JSON has no word for: `{"$":"date","v":0}`.
 */
export const makeCodec = (): Codec => {
  interface Tagged {
    readonly $: string;
    readonly v?: unknown;
    readonly name?: string;
  }
  type ViewMaker = new (buffer: ArrayBufferLike) => ArrayBufferView;

  const isPlainObject = (value: object): boolean => {
    const prototype = Object.getPrototypeOf(value);
    // An object of another realm (the page's main world seen from elsewhere) has another Object.prototype.
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  };

  const survivesJson = (value: unknown): boolean => {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return true;
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0);
      case 'object':
        if (value === null) return true;
        if (Array.isArray(value)) return value.every(survivesJson);
        if (!isPlainObject(value) || '$' in value || 'toJSON' in value) return false;
        for (const key of Object.keys(value)) if (!survivesJson(Reflect.get(value, key))) return false;
        return true;
      default:
        return false;
    }
  };

  const tagBytes = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    return btoa(text);
  };
  const untagBytes = (text: string): Uint8Array<ArrayBuffer> => {
    const characters = atob(text);
    const bytes = new Uint8Array(characters.length);
    // Uint8Array.from takes several times as long, which a listing of 100,000 rows feels.
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at);
    return bytes;
  };

  const tagObject = (value: object): unknown => {
    if (Array.isArray(value)) return value.map(tag);
    if (value instanceof Promise) throw new Error('An object could not be cloned.');
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map(([key, held]) => [tag(key), tag(held)]) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(tag) };
    if (value instanceof Error) return { $: 'error', v: value.message, name: value.name };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: tagBytes(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      // Node's Buffer arrives as the Uint8Array it is, as it does through Electron.
      const name = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name;
      return { $: 'view', v: tagBytes(bytes), name };
    }
    return { $: 'object', v: Object.entries(value).map(([key, held]) => [key, tag(held)]) };
  };

  const tag = (value: unknown): unknown => {
    switch (typeof value) {
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: String(value) };
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
      case 'function':
      case 'symbol':
        throw new Error('An object could not be cloned.');
      case 'object':
        return value === null ? null : tagObject(value);
      default:
        return value;
    }
  };

  const untag = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(untag);
    const { $: kind, v, name } = value as Tagged;
    switch (kind) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(v as string);
      case 'number':
        return Number(v);
      case 'date':
        // JSON writes NaN, the time of an invalid date, as null.
        return new Date((v as number | null) ?? Number.NaN);
      case 'map':
        return new Map((v as unknown[]).map((pair) => untag(pair) as [unknown, unknown]));
      case 'set':
        return new Set((v as unknown[]).map(untag));
      case 'error':
        return Object.assign(new Error(v as string), { name });
      case 'buffer':
        return untagBytes(v as string).buffer;
      case 'view':
        return new (Reflect.get(globalThis, name as string) as ViewMaker)(untagBytes(v as string).buffer);
      case 'object':
        return Object.fromEntries((v as [string, unknown][]).map(([key, held]) => [key, untag(held)]));
      default:
        throw new Error(`not a value of ours: ${kind}`);
    }
  };

  return {
    encode: (value) => (survivesJson(value) ? `p${JSON.stringify(value)}` : `t${JSON.stringify(tag(value))}`),
    decode: (text) => (text[0] === 'p' ? JSON.parse(text.slice(1)) : untag(JSON.parse(text.slice(1)))),
  };
};
