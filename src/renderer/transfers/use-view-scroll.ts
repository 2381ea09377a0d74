import { useEffect, useLayoutEffect, useRef } from 'react';
import type { TransferList, TransferQuery } from '#shared/model/transfer.ts';
import { changeView } from '../state/transfers.ts';
import type { TallRows } from '../ui/use-tall-rows.ts';

/** A list is where it was when it comes in sight again; sorted or narrowed otherwise it begins at its top. */
export const useViewScroll = (list: TransferList, query: TransferQuery, { contentTop, scrollBy }: TallRows): void => {
  const latest = useRef({ contentTop, scrollBy });
  latest.current = { contentTop, scrollBy };
  const shown = useRef(query);
  useLayoutEffect(() => () => changeView(list, { scrollTop: latest.current.contentTop() }), [list]);
  useEffect(() => {
    if (shown.current === query) return;
    shown.current = query;
    latest.current.scrollBy(-latest.current.contentTop());
  }, [query]);
};
