/**
 * Scrolling through more than a browser can be tall: Chromium lays out to 33,554,432 device pixels, half as many points
 * on a fine screen, and draws at places beyond some ten million with less than a pixel's exactness. The content of a
 * million rows is taller, so the scrolled element is not as tall as its content, and where it is scrolled to stands for
 * a place in the content.
 */
const TALLEST = 4_000_000;
/** So near the ends of the content both are the same, so that the ends are reached like any other place. */
const EDGE = 200_000;
/** A movement by less is by wheel or key, and goes as far in the content; by more, by the scroll bar's thumb. */
const STEP = 4_000;

/** Heights in pixels: of all the content, and of what can be seen of it at once. */
export interface TallSizes {
  readonly content: number;
  readonly view: number;
}

/** Where the element is scrolled to, and which pixel of the content is on top then. */
export interface TallPlace {
  readonly scrollTop: number;
  readonly contentTop: number;
}

export const tallHeight = (content: number): number => Math.min(content, TALLEST);

/** The place at which `contentTop` is on top, as near as the ends let it be. */
export const placeAt = (contentTop: number, sizes: TallSizes): TallPlace => {
  const { mostContent, mostScroll } = ends(sizes);
  const top = Math.max(0, Math.min(mostContent, contentTop));
  if (mostContent === mostScroll || top <= EDGE) return { scrollTop: top, contentTop: top };
  const left = mostContent - top;
  if (left <= EDGE) return { scrollTop: mostScroll - left, contentTop: top };
  return { scrollTop: EDGE + ((top - EDGE) * (mostScroll - 2 * EDGE)) / (mostContent - 2 * EDGE), contentTop: top };
};

/** The place once the element was scrolled: as far in the content for a step, proportionally for a jump. */
export const scrolledTo = (scrollTop: number, before: TallPlace, sizes: TallSizes): TallPlace => {
  const { mostContent, mostScroll } = ends(sizes);
  if (mostContent === mostScroll) return { scrollTop, contentTop: scrollTop };
  const step = scrollTop - before.scrollTop;
  const contentTop = Math.abs(step) <= STEP ? before.contentTop + step : contentAt(scrollTop, sizes);
  return { scrollTop, contentTop: Math.max(0, Math.min(mostContent, contentTop)) };
};

/** Whether an end of the element was reached where the content goes on: it has to be put to where it can go on too. */
export const isStuck = ({ scrollTop, contentTop }: TallPlace, sizes: TallSizes): boolean => {
  const { mostContent, mostScroll } = ends(sizes);
  return (
    (scrollTop <= STEP && contentTop > scrollTop) ||
    (mostScroll - scrollTop <= STEP && mostContent - contentTop > mostScroll - scrollTop)
  );
};

const contentAt = (scrollTop: number, sizes: TallSizes): number => {
  const { mostContent, mostScroll } = ends(sizes);
  if (scrollTop <= EDGE) return scrollTop;
  const left = mostScroll - scrollTop;
  if (left <= EDGE) return mostContent - left;
  return EDGE + ((scrollTop - EDGE) * (mostContent - 2 * EDGE)) / (mostScroll - 2 * EDGE);
};

const ends = ({ content, view }: TallSizes): { readonly mostContent: number; readonly mostScroll: number } => ({
  mostContent: Math.max(0, content - view),
  mostScroll: Math.max(0, tallHeight(content) - view),
});
