import { useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { useFollow } from '../rooms/use-follow.ts';
import { framesText, framesWith } from './frame-line.ts';
import { FrameRow } from './frame-row.tsx';
import { useFrames } from './use-frames.ts';
import { connectionWords } from './words.ts';

/** What the drawer is given. */
export interface FramesDrawerProps {
  app: App;
  id: string;
  close: () => void;
}

/** The raw frames, beside the page that they are about. */
export function FramesDrawer({ app, id, close }: FramesDrawerProps) {
  const language = app.language.value;
  const words = connectionWords[language].frames;
  const [paused, setPaused] = useState(false);
  const [wanted, setWanted] = useState('');
  const all = useFrames(app.frames, paused);
  const shown = framesWith(all, wanted);
  const follow = useFollow(shown[0]?.number.toString(), shown.at(-1)?.number);
  const copy = (text: string): void => {
    void navigator.clipboard.writeText(text).then(() => app.announcer.say(words.copied));
  };
  // Browsers give pages without TLS no clipboard.
  const mayCopy = 'clipboard' in navigator;
  return (
    <section
      class="frames"
      id={id}
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div class="row apart">
        <h2>{words.title}</h2>
        <span class="quiet small number">{words.shown(shown.length, all.length)}</span>
        <a class="small" href="/asyncapi.json">
          {words.document}
        </a>
        <button type="button" class="plain" aria-label={words.close} title={words.close} onClick={close}>
          <Icon name="cross" />
        </button>
      </div>
      <div class="row frames-tools">
        <input
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <button type="button" aria-pressed={paused} onClick={() => setPaused(!paused)}>
          {paused ? words.resume : words.pause}
        </button>
        <button type="button" onClick={() => app.frames.clear()}>
          {words.clear}
        </button>
        {mayCopy && (
          <button type="button" onClick={() => copy(framesText(shown))}>
            {words.copyAll}
          </button>
        )}
      </div>
      <div
        class="frames-list"
        ref={follow.list}
        onScroll={follow.onScroll}
        tabIndex={0}
        role="group"
        aria-label={words.about}
      >
        {shown.length === 0 && <p class="quiet small">{all.length === 0 ? words.none : words.noMatch}</p>}
        <ol>
          {shown.map((frame) => (
            <FrameRow
              key={frame.number}
              frame={frame}
              language={language}
              copy={mayCopy ? () => copy(frame.text) : undefined}
            />
          ))}
        </ol>
      </div>
    </section>
  );
}
