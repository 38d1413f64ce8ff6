import type { People } from '@jobwire/client';

import type { App } from '../app.ts';
import { timeText } from '../language/time.ts';
import { type Block, textOfMessage, type Turn } from './blocks.ts';
import type { Line } from './conversation.ts';
import { nameOf, namesOf } from './names.ts';
import { roomWords } from './words.ts';

/** What blocks are drawn with. */
interface BlockProps {
  app: App;
  isOwn: (line: Line) => boolean;
  people: People;
}

/** One block of a conversation. */
export function BlockView({ block, ...props }: BlockProps & { block: Block }) {
  const words = roomWords[props.app.language.value];
  if (block.kind === 'turn') return <TurnView {...props} turn={block} />;
  if (block.kind === 'mark') {
    return (
      <p class="room-mark">
        <span>{words.unseen}</span>
      </p>
    );
  }
  if (block.kind === 'changed') return <p class="room-event">{block.open ? words.opened : words.shut}</p>;
  const { joined, left } = block;
  const news = [
    joined.length > 0 ? words.came(namesOf(joined, words)) : '',
    left.length > 0 ? words.left(namesOf(left, words)) : '',
  ];
  return <p class="room-event">{news.filter(Boolean).join(' · ')}</p>;
}

function TurnView({ app, turn, isOwn, people }: BlockProps & { turn: Turn }) {
  const language = app.language.value;
  const words = roomWords[language];
  const [first] = turn.said;
  const own = first !== undefined && isOwn(first);
  const kind = own ? words.you : words.kinds[turn.from.kind];
  const reader = people.members.find(({ id }) => id === turn.to);
  return (
    <article class={own ? 'turn own' : 'turn'}>
      <header class="turn-head">
        <strong>{nameOf(turn.from, words)}</strong>
        {kind !== '' && <span class="badge">{kind}</span>}
        {turn.to !== undefined && (
          <span class="badge accent">
            {own ? words.onlyTo(reader ? nameOf(reader, words) : words.nameless.user) : words.toYou}
          </span>
        )}
        <time class="quiet small number" dateTime={new Date(turn.at).toISOString()}>
          {timeText(turn.at, language)}
        </time>
      </header>
      {turn.said.map(({ id, data }) => (
        <Words key={id} data={data} />
      ))}
    </article>
  );
}

function Words({ data }: { data: unknown }) {
  const { text, plain } = textOfMessage(data);
  return plain ? <p class="said">{text}</p> : <pre class="said">{text}</pre>;
}
