import { bearer } from './headers.ts';
import type { PageRequestMaker } from './page-request.ts';
import type { Fetch } from './rest.ts';

/** A form on its way to the server. */
export interface FormToSend {
  url: string;
  token: string | undefined;
  headers: Record<string, string>;
  form: FormData;
  fetch: Fetch;
  /** Told how many bytes have left. */
  sent(bytes: number): void;
  signal: AbortSignal | undefined;
}

/** Sends a form; throws when there is no answer. */
export type FormSender = (form: FormToSend) => Promise<{ status: number; text: string }>;

/** Send a form without telling how far it is. */
export const sendForm: FormSender = ({ form, ...to }) => post(to, { body: form });

/** Send a form piece by piece, and tell of each. */
export const sendStreamed: FormSender = async ({ form, ...to }) => {
  // The platform writes the form; its type names the boundary between the parts.
  const written = new Response(form);
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.length;
      to.sent(bytes);
      controller.enqueue(piece);
    },
  });
  const type = written.headers.get('content-type') ?? 'multipart/form-data';
  const stream = { body: written.body?.pipeThrough(counted) ?? null, duplex: 'half' } as const;
  return post({ ...to, headers: { ...to.headers, 'content-type': type } }, stream);
};

async function post({ url, token, headers, fetch, signal }: Omit<FormToSend, 'form'>, body: object) {
  const sent = { method: 'POST', headers: { ...headers, ...bearer(token) }, ...(signal ? { signal } : {}), ...body };
  const response = await fetch(new Request(url, sent));
  return { status: response.status, text: await response.text() };
}

/** Send a form by the request of a page. */
export function sendFromPage(PageRequest: PageRequestMaker): FormSender {
  return ({ url, token, headers, form, sent, signal }) =>
    new Promise((resolve, reject) => {
      const request = new PageRequest();
      const abort = (): void => {
        request.abort();
        reject(signal?.reason);
      };
      request.open('POST', url);
      for (const [name, value] of Object.entries({ ...headers, ...bearer(token) })) {
        request.setRequestHeader(name, value);
      }
      request.upload.addEventListener('progress', ({ loaded }) => sent(loaded));
      request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
      request.addEventListener('error', () => reject(new TypeError('The upload was cut off')));
      request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
      signal?.addEventListener('abort', abort);
      request.send(form);
    });
}
