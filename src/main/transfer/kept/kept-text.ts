/**
 * A name or path as the store has it. Bytes of a name that are no character stand in it as lone surrogates (U+DC80 to
 * U+DCFF), which SQLite's UTF-8 cannot hold: JSON writes them as `\\udc80`.
 */
export const keepText = (text: string): string => JSON.stringify(text).slice(1, -1);

/** What `keepText` was given. */
export const readText = (kept: string): string => JSON.parse(`"${kept}"`) as string;
