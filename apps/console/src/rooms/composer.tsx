import { newKey } from '@jobwire/client';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import type { KeptRooms } from './kept-rooms.ts';
import { excessOf, type OpenRoom } from './open-room.ts';
import type { Addressee } from './outbox.ts';
import { roomWords } from './words.ts';

/** What a composer is given. */
export interface ComposerProps {
  app: App;
  room: OpenRoom;
  kept: KeptRooms;
  /** Whom alone the message is for. */
  to: Addressee | undefined;
  setTo: (to: Addressee | undefined) => void;
}

/** Messages that wait at most before it is said why. */
const fewWaiting = 3;

/** Where a message is written. What was written stays until it is sent, also over reloads. */
export function Composer({ app, room, kept, to, setTo }: ComposerProps) {
  const words = roomWords[app.language.value];
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => kept.draft(room.name));
  const excess = excessOf(text);
  const waiting = room.outbox.all.value.filter(({ state }) => state === 'sending').length;
  useEffect(() => {
    if (to) field.current?.focus();
  }, [to]);
  const write = (next: string): void => {
    setText(next);
    kept.keepDraft(room.name, next);
  };
  const send = (): void => {
    if (text.trim() === '' || excess > 0) return;
    room.outbox.add({ key: newKey(), text: text.trim(), to });
    write('');
    setTo(undefined);
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
        field.current?.focus();
      }}
    >
      {to && (
        <p class="row">
          <span class="badge accent">{words.onlyTo(to.name)}</span>
          <button type="button" class="plain" onClick={() => setTo(undefined)}>
            {words.toAll}
          </button>
        </p>
      )}
      <div class="composer-row">
        <textarea
          ref={field}
          rows={Math.min(6, text.split('\n').length)}
          aria-label={to ? words.messageTo(to.name) : words.message}
          aria-describedby={`${id}-hint`}
          aria-invalid={excess > 0 ? 'true' : undefined}
          placeholder={to ? words.messageTo(to.name) : words.message}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // While a word is composed, as in Chinese, Enter belongs to the input method.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="primary" aria-label={words.send} title={words.send} disabled={excess > 0}>
          <Icon name="send" />
        </button>
      </div>
      <p class={excess > 0 ? 'wrong' : 'hint'} id={`${id}-hint`} role={excess > 0 ? 'alert' : undefined}>
        {excess > 0 ? words.tooLong(excess) : waiting > fewWaiting ? words.pace : words.keys}
      </p>
    </form>
  );
}
