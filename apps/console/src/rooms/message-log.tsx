import { useEffect, useRef, useState } from 'preact/hooks';

import { userOf } from '../account/person.ts';
import type { App } from '../app.ts';
import { useAction } from '../controls/use-action.ts';
import { BlockView } from './block-view.tsx';
import { blocksOf } from './blocks.ts';
import type { Line } from './conversation.ts';
import type { OpenRoom } from './open-room.ts';
import { roomProblem } from './room-problem.ts';
import { UnsentView } from './unsent-view.tsx';
import { useFollow } from './use-follow.ts';
import { roomWords } from './words.ts';

/** What was said in a room, the newest below. */
export function MessageLog({ app, room }: { app: App; room: OpenRoom }) {
  const language = app.language.value;
  const words = roomWords[language];
  const { known, lines, more } = room.conversation.value;
  const unsent = room.outbox.all.value;
  const me = userOf(app.person)?.id;
  const isOwn = (line: Line): boolean => line.kind === 'said' && (line.from.id === me || room.isOwn(line.key));
  const follow = useFollow(lines[0]?.id, `${lines.length} ${lines.at(-1)?.id} ${unsent.length}`);
  const older = useAction(() => room.older());

  // Until where the reader has seen it: while the end is in sight, that is all.
  const seen = useRef<string | undefined>(undefined);
  const [mark, setMark] = useState<string>();
  const at = lines.findIndex(({ id }) => id === seen.current);
  const fresh = seen.current === undefined ? [] : lines.slice(at + 1).filter((line) => !isOwn(line));
  useEffect(() => {
    if (follow.atEnd && !document.hidden) {
      seen.current = lines.at(-1)?.id;
    } else if (!fresh.some(({ id }) => id === mark)) {
      const first = fresh.find(({ kind }) => kind === 'said');
      if (first) setMark(first.id);
    }
  });
  useEffect(() => {
    // One's own words are the newest that one has seen.
    setMark(undefined);
    follow.toEnd();
  }, [unsent.at(-1)?.key]);

  const count = fresh.filter(({ kind }) => kind === 'said').length;
  return (
    <div class="room-log">
      <div
        class="room-lines"
        ref={follow.list}
        role="log"
        aria-label={words.log(room.name)}
        aria-busy={!known || older.busy}
        tabIndex={0}
        onScroll={follow.onScroll}
      >
        {!known && <p class="quiet">{words.opening}</p>}
        {more ? (
          <button type="button" class="plain" disabled={older.busy} onClick={() => older.run()}>
            {words.earlier}
          </button>
        ) : (
          known && <p class="room-event">{lines.length === 0 ? words.silent : words.beginning}</p>
        )}
        {older.error !== undefined && <p class="wrong">{roomProblem(older.error, language)}</p>}
        {blocksOf(lines, mark).map((block) => (
          <BlockView key={block.id} app={app} block={block} isOwn={isOwn} people={room.conversation.value.people} />
        ))}
        {unsent.map((message) => (
          <UnsentView key={message.key} app={app} message={message} outbox={room.outbox} />
        ))}
      </div>
      {!follow.atEnd && (
        <button type="button" class="room-newest" onClick={follow.toEnd}>
          {words.newest(count)}
        </button>
      )}
    </div>
  );
}
