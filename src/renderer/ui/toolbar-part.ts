import { Button } from '@base-ui/react/button';
import { Toolbar } from '@base-ui/react/toolbar';
import { type ComponentProps, type ComponentType, createContext, type Ref, useContext } from 'react';

/** Whether what is drawn stands in a toolbar. */
export const InToolbar = createContext(false);

/** What the plain button and the one of a toolbar both take. */
export interface ButtonPartProps extends Omit<ComponentProps<typeof Button>, 'className' | 'ref' | 'render' | 'style'> {
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** The button of the place one is in: in a toolbar, one that the arrow keys go to. */
export const useButtonPart = (): ComponentType<ButtonPartProps> => (useContext(InToolbar) ? Toolbar.Button : Button);
