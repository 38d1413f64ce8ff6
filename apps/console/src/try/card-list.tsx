import { useRef, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { type Card, cardsOf, isOver } from './cards.ts';
import { FlowDrawing } from './flow-drawing.tsx';
import { JobCard } from './job-card.tsx';
import { tryWords } from './words.ts';

/** Cards that are shown at first: each that goes on is watched, and a socket watches 64 channels at most. */
const shownAtFirst = 12;

/** The files and jobs of this browser, the newest first. */
export function CardList({ app }: { app: App }) {
  const words = tryWords[app.language.value];
  const heading = useRef<HTMLHeadingElement>(null);
  const [all, setAll] = useState(false);
  const cards = cardsOf(app.kept.all.value, app.uploads.all.value);
  const shown = all ? cards : cards.slice(0, shownAtFirst);
  const forget = (gone: readonly Card[]): void => {
    for (const { kept, upload } of gone) {
      if (upload) app.uploads.remove(upload.key);
      if (kept) app.kept.forget(kept.id);
    }
    // The button that had the focus is gone.
    heading.current?.focus();
  };
  return (
    <section class="stack" aria-labelledby="cards-title">
      <div class="row apart cards-head">
        <h2 id="cards-title" ref={heading} tabIndex={-1}>
          {words.cards.title}
        </h2>
        {cards.some(isOver) && (
          <button type="button" class="plain" onClick={() => forget(cards.filter(isOver))}>
            {words.cards.clear}
          </button>
        )}
      </div>
      {cards.length === 0 && (
        <div class="empty">
          <FlowDrawing words={words} />
          <p>{words.cards.empty}</p>
        </div>
      )}
      {cards.length > 0 && (
        <ol class="cards">
          {shown.map((card) => (
            <li key={card.key}>
              <JobCard app={app} card={card} onForget={() => forget([card])} />
            </li>
          ))}
        </ol>
      )}
      {shown.length < cards.length && (
        <button type="button" onClick={() => setAll(true)}>
          {words.cards.more(cards.length - shown.length)}
        </button>
      )}
    </section>
  );
}
