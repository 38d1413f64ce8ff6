import type { App } from '../app.ts';
import { useNow } from '../controls/use-now.ts';
import { agoText, timeText } from '../language/time.ts';

/** How long ago something was; the moment itself where one points at it. */
export function Ago({ app, at }: { app: App; at: number }) {
  const now = useNow();
  const language = app.language.value;
  return (
    <time dateTime={new Date(at).toISOString()} title={timeText(at, language, now)}>
      {agoText(at, language, now)}
    </time>
  );
}
