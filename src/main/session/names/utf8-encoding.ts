/** Whether an encoding as a site names it is UTF-8, by choice or because nothing was chosen. */
export const isUtf8Encoding = (encoding: string): boolean => /^utf-?8$/i.test(encoding);

/** Whether a server is to be asked for UTF-8. */
export const expectsUtf8 = (encoding: string): boolean => encoding === 'auto' || isUtf8Encoding(encoding);
