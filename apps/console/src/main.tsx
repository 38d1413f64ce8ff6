import './look/index.css';
import { render } from 'preact';

import { compose } from './compose.ts';
import { Root } from './frame/root.tsx';

const shell = compose(window);
// A mail's link opens in a tab of its own: who comes back to this one is signed in here too.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void shell.check();
});
render(<Root shell={shell} />, document.body);
void shell.open();
