import type { NoticeWords } from './en.ts';

const count = new Intl.NumberFormat('ja');

export const ja: NoticeWords = {
  allDone: 'すべての転送が完了しました',
  someFailed: '転送が終わりましたが、失敗したものがあります',
  outcome: (done, failed) =>
    failed === 0 ? `${count.format(done)} 件完了。` : `${count.format(done)} 件完了、${count.format(failed)} 件失敗。`,
  sleepFailed: 'コンピューターをスリープできませんでした',
};
