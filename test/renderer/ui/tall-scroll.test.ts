import { describe, expect, test } from 'vitest';
import { isStuck, placeAt, scrolledTo, type TallPlace, tallHeight } from '../../../src/renderer/ui/tall-scroll.ts';

const START: TallPlace = { scrollTop: 0, contentTop: 0 };

test('what is not too tall scrolls as everything does', () => {
  const sizes = { content: 100_000, view: 500 };
  expect(tallHeight(sizes.content)).toBe(100_000);
  expect(scrolledTo(77_000, START, sizes)).toEqual({ scrollTop: 77_000, contentTop: 77_000 });
  expect(placeAt(1_000_000, sizes)).toEqual({ scrollTop: 99_500, contentTop: 99_500 });
  expect(isStuck({ scrollTop: 99_500, contentTop: 99_500 }, sizes)).toBe(false);
});

describe('a million rows of 28 pixels', () => {
  const sizes = { content: 28_000_000, view: 280 };
  const mostScroll = tallHeight(sizes.content) - sizes.view;
  const mostContent = sizes.content - sizes.view;

  test('are not as tall as Chromium can lay out on a fine screen', () =>
    expect(tallHeight(sizes.content)).toBeLessThan(33_554_432 / 3));

  test('the ends of the scroll bar are the ends of the content', () => {
    expect(scrolledTo(mostScroll, START, sizes).contentTop).toBe(mostContent);
    expect(scrolledTo(0, placeAt(9_000_000, sizes), sizes).contentTop).toBe(0);
    expect(placeAt(mostContent, sizes).scrollTop).toBe(mostScroll);
  });

  test('the thumb goes through all of it in proportion', () => {
    expect(scrolledTo(mostScroll / 2, START, sizes).contentTop).toBeCloseTo(mostContent / 2, 0);
  });

  test('where the thumb stands and what is on top say the same, both ways', () => {
    for (const contentTop of [0, 28, 199_999, 200_001, 5_000_000, 14_000_000, mostContent - 3, mostContent]) {
      const { scrollTop } = placeAt(contentTop, sizes);
      // A jump of more than a step from far away.
      const from = scrollTop > mostScroll / 2 ? START : placeAt(mostContent, sizes);
      expect(scrolledTo(scrollTop, from, sizes).contentTop).toBeCloseTo(contentTop, 3);
    }
  });

  test('the wheel moves the content by as much as the element, anywhere', () => {
    const middle = placeAt(14_000_000, sizes);
    expect(scrolledTo(middle.scrollTop + 120, middle, sizes).contentTop).toBe(14_000_120);
  });

  test('turning the wheel long enough reaches the first row, whatever it began with', () => {
    let place = placeAt(450_000, sizes);
    let turns = 0;
    while (place.contentTop > 0 && turns < 10_000) {
      place = scrolledTo(Math.max(0, place.scrollTop - 120), place, sizes);
      if (isStuck(place, sizes)) place = placeAt(place.contentTop, sizes);
      turns++;
    }
    expect(turns).toBe(450_000 / 120);
  });

  test('and the last one', () => {
    let place = placeAt(mostContent - 450_000, sizes);
    let turns = 0;
    while (place.contentTop < mostContent && turns < 10_000) {
      place = scrolledTo(Math.min(mostScroll, place.scrollTop + 120), place, sizes);
      if (isStuck(place, sizes)) place = placeAt(place.contentTop, sizes);
      turns++;
    }
    expect(turns).toBe(450_000 / 120);
  });
});
