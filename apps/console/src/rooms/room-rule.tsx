import { useEffect, useId, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { fieldProblem, problemText } from '../controls/problem-text.ts';
import { useAction } from '../controls/use-action.ts';
import { nameOf } from './names.ts';
import type { OpenRoom } from './open-room.ts';
import { roomWords } from './words.ts';

/** Who may enter the room, for operators. */
export function RoomRule({ app, room }: { app: App; room: OpenRoom }) {
  const language = app.language.value;
  const words = roomWords[language].rule;
  const id = useId();
  const handle = app.client.room(room.name);
  const [open, setOpen] = useState(true);
  const [ids, setIds] = useState('');
  const [saved, setSaved] = useState(false);
  const listed = ids.split(/\s+/).filter(Boolean);
  const reading = useAction(async () => {
    const view = await handle.view({ signal: app.signal });
    setOpen(view.open);
    setIds((view.roster ?? []).join('\n'));
  });
  const saving = useAction(async () => {
    setSaved(false);
    await handle.change({ open, members: listed });
    setSaved(true);
  });
  useEffect(() => reading.run(), [app.client, room.name]);
  const problem = reading.error ?? saving.error;
  const others = room.conversation.value.people.members.filter(
    (member) => member.kind === 'user' && !listed.includes(member.id),
  );
  return (
    <details class="card">
      <summary>{words.title}</summary>
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          saving.run();
        }}
      >
        <label class="row">
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.currentTarget.checked)} />
          {words.open}
        </label>
        <div class="field">
          <label for={id}>{words.members}</label>
          <textarea
            id={id}
            class="mono"
            rows={3}
            spellcheck={false}
            aria-describedby={`${id}-hint`}
            value={ids}
            onInput={(event) => setIds(event.currentTarget.value)}
          />
          <span class="hint" id={`${id}-hint`}>
            {words.membersHint}
          </span>
        </div>
        {others.map((member) => (
          <button key={member.id} type="button" onClick={() => setIds([...listed, member.id].join('\n'))}>
            {words.add(nameOf(member, roomWords[language]))}
          </button>
        ))}
        {problem !== undefined && (
          <p class="wrong" role="alert">
            {fieldProblem(problem, '/members/0') ?? problemText(problem, language)}
          </p>
        )}
        <button type="submit" class="primary" disabled={saving.busy}>
          {words.save}
        </button>
        {saved && <p role="status">{words.saved}</p>}
      </form>
    </details>
  );
}
