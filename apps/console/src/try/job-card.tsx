import { useEffect, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { routeTo } from '../frame/route.ts';
import { stagesOf } from '../live-job/stages-of.ts';
import { stateTone, stateWords } from '../live-job/states.ts';
import { useLiveJob } from '../live-job/use-live-job.ts';
import { CardActions } from './card-actions.tsx';
import { CardLine } from './card-line.tsx';
import { CardPicture } from './card-picture.tsx';
import { CardProblem } from './card-problem.tsx';
import { type Card, type CardState, isWatched, pictureOf, stateOf } from './cards.ts';
import { PhotoSizes } from './photo-sizes.tsx';
import { wholePercent } from './segments.ts';
import { StageBar } from './stage-bar.tsx';
import { usePhoto } from './use-photo.ts';
import { isFileState, tryWords } from './words.ts';

/** A file or a job of this browser as it goes on. */
export function JobCard({ app, card, onForget }: { app: App; card: Card; onForget: () => void }) {
  const language = app.language.value;
  const words = tryWords[language];
  const { upload, kept, title } = card;
  // Asked once: a watch is not ended by the news that it brings.
  const [watched, setWatched] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => setWatched((before) => before || isWatched(card)), [card]);
  const live = useLiveJob(app.client, watched ? kept?.id : undefined, kept?.ticket, round);
  const picture = pictureOf(card, live?.picture.value);
  const state = stateOf(card, picture);
  const badge = isFileState(state) ? words.states[state] : stateWords[language][state];
  const photo = usePhoto(app.client, kept, picture.state === 'succeeded');
  const isImage = upload !== undefined || kept?.uploadId !== undefined;
  const percent = wholePercent(isImage ? (upload?.sent ?? 1) : undefined, picture.percent);
  const sending = upload !== undefined && state === 'sending';
  const stage = sending ? words.sent(upload.sent, upload.file.size) : stageText(state, picture, words.stages);

  useEffect(() => {
    if (!kept || !live?.picture.value.final || kept.ended === picture.state) return;
    if (kept.ended === undefined) app.announcer.say(words.said(title, badge));
    app.kept.end(kept.id, picture.state);
  });

  useEffect(() => {
    if (state === 'refused' || state === 'unsent') app.announcer.say(words.said(title, badge));
  }, [state]);

  return (
    <article class={`card job${isImage ? ' with-picture' : ''}`} aria-label={title}>
      {isImage && (
        <CardPicture
          words={words}
          title={title}
          preview={upload?.preview}
          photo={photo}
          pale={state === 'waiting' || state === 'sending'}
          onShown={() => upload && app.uploads.dropPreview(upload.key)}
        />
      )}
      <div class="stack tight">
        <div class="head">
          <h3>{kept ? <a href={routeTo('jobs', kept.id)}>{title}</a> : title}</h3>
          <span class={`badge ${toneOf(state)}`}>{badge}</span>
          {(picture.final || (!kept && state !== 'waiting' && state !== 'sending') || live?.lost.value) && (
            <button
              type="button"
              class="plain small-button"
              aria-label={words.actions.forget(title)}
              onClick={onForget}
            >
              <Icon name="cross" />
            </button>
          )}
        </div>
        <StageBar
          label={title}
          tone={state}
          percent={percent}
          stages={kept?.stages ?? stagesOf(picture.job)}
          uploaded={isImage}
          text={stage || badge}
        />
        <CardLine app={app} card={card} picture={picture} stage={stage} percent={percent} />
        <CardProblem app={app} card={card} picture={picture} lost={live?.lost.value} />
      </div>
      <div class="stack tight below">
        {photo && <PhotoSizes app={app} photo={photo} title={title} />}
        <CardActions app={app} card={card} picture={picture} onAgain={() => setRound(round + 1)} />
      </div>
    </article>
  );
}

const fileTone = { waiting: '', sending: 'accent', unsent: 'bad', stopped: '', refused: 'bad' } as const;

function toneOf(state: CardState): string {
  return isFileState(state) ? fileTone[state] : stateTone[state];
}

function stageText(
  state: CardState,
  { stage, detail }: { stage: string | undefined; detail: string | undefined },
  names: Readonly<Record<string, string>>,
): string {
  if (state !== 'running' || stage === undefined) return '';
  const name = names[stage] ?? stage;
  return detail === undefined ? name : `${name}: ${detail}`;
}
