import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { useNow } from '../controls/use-now.ts';
import { durationText } from '../language/time.ts';
import type { JobPicture } from '../live-job/job-picture.ts';
import { jobWords } from './job-words.ts';
import { TimelineAxis, TimelineRow } from './timeline-row.tsx';
import { marksOf, scaleOf } from './timeline-scale.ts';
import { TimelineTable } from './timeline-table.tsx';
import { timelineOf } from './timeline.ts';

/** How often the picture of a job that goes on is drawn anew, in milliseconds: as often as progress is reported at most. */
const redrawMs = 250;

/** Room of a mark on the axis, in pixels: a text of twelve characters, and half of its neighbour's. */
const markRoom = 100;

/** The life of a job as a picture that grows while it goes on: one row for each run, with what was waited for before it. */
export function TimelineView({ app, picture }: { app: App; picture: JobPicture }) {
  const words = jobWords[app.language.value];
  const now = useNow(!picture.final, redrawMs);
  const [frame, width] = useWidth();
  const timeline = timelineOf(picture.events, now);
  const scale = timeline && scaleOf(timeline);
  return (
    <section class="card stack tight" aria-labelledby="job-timeline">
      <h2 id="job-timeline">{words.parts.timeline}</h2>
      {/* Rows beyond a screen scroll inside, by keyboard too. */}
      <div class="timeline" ref={frame} tabIndex={0} role="group" aria-labelledby="job-timeline">
        {timeline && scale && (
          <>
            <TimelineAxis timeline={timeline} scale={scale} marks={marksOf(timeline, scale, markRoom / width)} />
            {timeline.rows.map((row, index) => (
              <TimelineRow key={index} words={words} row={row} scale={scale} width={width} />
            ))}
          </>
        )}
      </div>
      {timeline && scale && (
        <>
          <p class="quiet small">
            {words.timeline.about(timeline.rows.length, durationText(timeline.to - timeline.from))}
            {scale.cut.length > 0 && ` ${words.timeline.cut}`}
          </p>
          <TimelineTable words={words} timeline={timeline} />
        </>
      )}
    </section>
  );
}

/** The width of an element in pixels, followed when the page is made wider or narrower. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(measured.clientWidth, 1)));
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}
