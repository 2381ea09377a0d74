import type { NoticeWords } from './en.ts';

const count = new Intl.NumberFormat('zh-CN');

export const zhCN: NoticeWords = {
  allDone: '所有传输已完成',
  someFailed: '传输已结束，但并非全部成功',
  outcome: (done, failed) =>
    failed === 0 ? `${count.format(done)} 项完成。` : `${count.format(done)} 项完成，${count.format(failed)} 项失败。`,
  sleepFailed: '计算机未能进入睡眠',
};
