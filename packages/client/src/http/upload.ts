import { type Uploaded, uploaded } from '../answers.ts';
import { keyHeader, languageHeader } from './headers.ts';
import { findPageRequest } from './page-request.ts';
import { type Caller, readAnswer } from './rest.ts';
import { type FormSender, sendForm, sendFromPage, sendStreamed } from './send-form.ts';
import { authorized } from './tokens.ts';

/** How an image is uploaded. */
export interface UploadOptions {
  /** File name to show. */
  name?: string;
  /** Told as the bytes leave, and at the end with `loaded` = `total`. */
  onProgress?(progress: UploadProgress): void;
  /** Makes a repetition of the call safe. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** How much of an image has been sent, in bytes. */
export interface UploadProgress {
  loaded: number;
  total: number;
}

/**
 * Upload an image.
 *
 * @throws JobwireError for an error answer, and the reason of the signal
 */
export async function uploadImage(caller: Caller, image: Blob, options: UploadOptions = {}): Promise<Uploaded> {
  const { name = 'image', onProgress, idempotencyKey, signal } = options;
  signal?.throwIfAborted();
  const send = senderFor(onProgress);
  const { status, text } = await authorized(caller.tokens, (token) => {
    const form = new FormData();
    form.set('image', image, name);
    return send({
      url: `${caller.baseUrl}/upload-image`,
      token,
      headers: { accept: 'application/json', ...languageHeader(caller.language), ...keyHeader(idempotencyKey) },
      form,
      fetch: caller.fetch,
      // A form is somewhat larger than the image in it.
      sent: (bytes) => onProgress?.({ loaded: Math.min(bytes, image.size), total: image.size }),
      signal,
    });
  });
  return readAnswer(status, text, uploaded);
}

/** Pages cannot stream a body everywhere, but their older request tells how far it is. */
function senderFor(onProgress: UploadOptions['onProgress']): FormSender {
  if (!onProgress) return sendForm;
  const PageRequest = findPageRequest();
  return PageRequest ? sendFromPage(PageRequest) : sendStreamed;
}
