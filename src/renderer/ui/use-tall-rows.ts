import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isStuck, placeAt, scrolledTo, type TallPlace, type TallSizes, tallHeight } from './tall-scroll.ts';

interface TallRowsOptions {
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Pixels of one row. */
  readonly rowHeight: number;
  /** Pixels of what stays in sight above the rows. */
  readonly headHeight: number;
  /** Pixels of the content on top in the beginning. */
  readonly startTop: number;
}

/** The rows that are in sight: `first` to `last`, none where `last` is smaller. */
interface RowsInSight {
  readonly first: number;
  readonly last: number;
  /** Pixels that row 0 stands from the top of the body, which is not there where the content is taller than a body can be. */
  readonly shift: number;
}

export interface TallRows extends RowsInSight {
  /** Pixels of the body in which the rows stand. */
  readonly bodyHeight: number;
  /** Brings a row in sight, by as little as it takes. */
  readonly reveal: (index: number) => void;
  /** Scrolls by pixels of the content. */
  readonly scrollBy: (pixels: number) => void;
  /** The pixel of the content that is on top. */
  readonly contentTop: () => number;
}

/** Which of any number of rows of one height are in sight; see `tall-scroll.ts`. */
export const useTallRows = ({ scroller, count, rowHeight, headHeight, startTop }: TallRowsOptions): TallRows => {
  const content = count * rowHeight;
  const place = useRef<TallPlace>({ scrollTop: 0, contentTop: 0 });
  const [inSight, setInSight] = useState<RowsInSight>({ first: 0, last: -1, shift: 0 });

  const sizesOf = useCallback(
    (element: HTMLElement): TallSizes => ({ content, view: Math.max(0, element.clientHeight - headHeight) }),
    [content, headHeight],
  );
  const show = useCallback(
    (element: HTMLElement): void => {
      const { scrollTop, contentTop } = place.current;
      const { view } = sizesOf(element);
      const now = {
        first: Math.floor(contentTop / rowHeight),
        last: Math.min(count, Math.ceil((contentTop + view) / rowHeight)) - 1,
        shift: scrollTop - contentTop,
      };
      setInSight((before) => (isSame(before, now) ? before : now));
    },
    [count, rowHeight, sizesOf],
  );
  const goTo = useCallback(
    (element: HTMLElement, contentTop: number): void => {
      const wanted = placeAt(contentTop, sizesOf(element));
      if (element.scrollTop !== wanted.scrollTop) element.scrollTop = wanted.scrollTop;
      // The element may round to the screen's pixels; the content does not move by that.
      place.current = { scrollTop: element.scrollTop, contentTop: wanted.contentTop };
      show(element);
    },
    [show, sizesOf],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only in the beginning
  useLayoutEffect(() => {
    place.current = { scrollTop: 0, contentTop: startTop };
  }, []);

  // Where rows came or went the content stays where it is, as far as there is still so much of it.
  useLayoutEffect(() => {
    if (scroller.current) goTo(scroller.current, place.current.contentTop);
  }, [goTo, scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = (): void => {
      if (element.scrollTop === place.current.scrollTop) return;
      const sizes = sizesOf(element);
      place.current = scrolledTo(element.scrollTop, place.current, sizes);
      if (isStuck(place.current, sizes)) goTo(element, place.current.contentTop);
      else show(element);
    };
    const onScrollEnd = (): void => goTo(element, place.current.contentTop);
    const resized = new ResizeObserver(() => show(element));
    resized.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('scrollend', onScrollEnd);
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('scrollend', onScrollEnd);
    };
  }, [goTo, scroller, show, sizesOf]);

  const reveal = (index: number): void => {
    const element = scroller.current;
    if (!element) return;
    const { contentTop } = place.current;
    const top = index * rowHeight;
    const bottom = top + rowHeight - sizesOf(element).view;
    if (top < contentTop) goTo(element, top);
    else if (bottom > contentTop) goTo(element, bottom);
  };
  const scrollBy = (pixels: number): void => {
    if (scroller.current) goTo(scroller.current, place.current.contentTop + pixels);
  };
  return { ...inSight, bodyHeight: tallHeight(content), reveal, scrollBy, contentTop: () => place.current.contentTop };
};

const isSame = (one: RowsInSight, other: RowsInSight): boolean =>
  one.first === other.first && one.last === other.last && one.shift === other.shift;
