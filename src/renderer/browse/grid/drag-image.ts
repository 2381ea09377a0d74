import styles from './drag-image.module.css';

/** Puts what is dragged under the pointer: a name, or how many. The browser takes its picture within this event. */
export const setDragImage = (transfer: DataTransfer, words: string): void => {
  const image = document.createElement('div');
  image.className = styles.image ?? '';
  const label = document.createElement('span');
  label.className = styles.label ?? '';
  label.textContent = words;
  image.append(label);
  document.body.append(image);
  transfer.setDragImage(image, 16, 16);
  setTimeout(() => image.remove(), 0);
};
