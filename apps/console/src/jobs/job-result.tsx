import type { Upload } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import { problemText } from '../controls/problem-text.ts';
import { useAction } from '../controls/use-action.ts';
import { type JobPart, readBy } from './job-part.ts';
import { jobWords } from './job-words.ts';
import { Json } from './json.tsx';
import { fileOf, uploadOf } from './result-kind.ts';

/** What a job handed back: its data, and where that is a file or images, those too. */
export function JobResultView(part: JobPart) {
  const { app, picture } = part;
  const words = jobWords[app.language.value];
  if (picture.state !== 'succeeded') return null;
  const { result } = picture;
  const uploadId = uploadOf(result);
  return (
    <section class="card stack tight" aria-labelledby="job-result">
      <h2 id="job-result">{words.parts.result}</h2>
      {uploadId !== undefined && <Images {...part} uploadId={uploadId} />}
      {fileOf(result) !== undefined && <Download {...part} />}
      {result === undefined || result === null ? (
        <p class="quiet small">{picture.skipped ?? words.noResult}</p>
      ) : (
        <Json value={result} label={words.parts.result} />
      )}
    </section>
  );
}

/** The file comes over the client, because a plain link would not say who asks for it. */
function Download({ app, id, way, picture }: JobPart) {
  const language = app.language.value;
  const loading = useAction(async () => {
    const file = await app.client.jobs.file(id, readBy(way));
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = picture.job?.name ?? 'file';
    link.click();
    URL.revokeObjectURL(address);
  });
  return (
    <div>
      <button type="button" class="primary" disabled={loading.busy} onClick={() => loading.run()}>
        {jobWords[language].download}
      </button>
      {loading.error !== undefined && (
        <p class="notice bad" role="alert">
          {problemText(loading.error, language)}
        </p>
      )}
    </div>
  );
}

function Images({ app, way, uploadId }: JobPart & { uploadId: string }) {
  const words = jobWords[app.language.value];
  const [upload, setUpload] = useState<Upload>();
  useEffect(() => {
    const ends = new AbortController();
    app.client.getUpload(uploadId, { ...readBy(way), signal: ends.signal }).then(setUpload, () => undefined);
    return () => ends.abort();
  }, [uploadId, way.ticket]);
  return (
    <ul class="job-images">
      {upload?.derivatives?.map(({ preset, width, height, url }) => (
        <li key={preset}>
          <a href={url} target="_blank" rel="noopener">
            <img src={url} width={width} height={height} alt={words.image(preset)} loading="lazy" />
          </a>
          <span class="small quiet number">
            {preset} {width} × {height}
          </span>
        </li>
      ))}
    </ul>
  );
}
