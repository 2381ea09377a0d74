/** Names as text and as bytes, for those outside of the engine who show them. */
export { type PathnameCodec, pathnameCodec, utf8Codec } from './protocol/pathname-codec.ts';
