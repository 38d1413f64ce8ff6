import type { App } from '../app.ts';
import { bytesText } from '../language/time.ts';
import { type Photo, savedPercent } from './photo.ts';
import { tryWords } from './words.ts';

/** The sizes that were made of an image, each with a link to it, and what they save. */
export function PhotoSizes({ app, photo, title }: { app: App; photo: Photo; title: string }) {
  const words = tryWords[app.language.value];
  const { width, height, bytes, sizes } = photo;
  const saved = savedPercent(photo);
  const largest = sizes.at(-1);
  return (
    <>
      <ul class="sizes">
        {sizes.map((size) => (
          <li key={size.preset}>
            <a href={size.url} target="_blank" rel="noopener" aria-label={words.size(size.preset, title)}>
              {size.preset}
            </a>
            <span class="number">
              {size.width} × {size.height}
            </span>
            <span class="number">{bytesText(size.bytes)}</span>
          </li>
        ))}
      </ul>
      <p class="line quiet small number">
        {width !== undefined && height !== undefined && bytes !== undefined && (
          <span>{words.original(width, height, bytesText(bytes))}</span>
        )}
        {saved !== undefined && largest && <span class="good">{words.saved(largest.preset, saved)}</span>}
      </p>
    </>
  );
}
