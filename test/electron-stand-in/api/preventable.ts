/** An event whose listeners may say no. */
export interface Preventable {
  preventDefault(): void;
  readonly defaultPrevented: boolean;
}

export const preventable = <T extends object>(details?: T): T & Preventable => {
  const event = {
    ...(details as T),
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
};
