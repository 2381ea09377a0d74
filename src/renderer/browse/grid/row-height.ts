/** Pixels, as `--row-height` in the tokens; the header is as high as a row. */
export const ROW_HEIGHT = 24;
