/** The part of `XMLHttpRequest` that an upload uses. */
export interface PageRequest {
  readonly status: number;
  readonly responseText: string;
  readonly upload: { addEventListener(type: 'progress', listener: (event: { loaded: number }) => void): void };
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  addEventListener(type: 'load' | 'error' | 'loadend', listener: () => void): void;
  send(body: FormData): void;
  abort(): void;
}

/** Makes them. */
export type PageRequestMaker = new () => PageRequest;

/** The request of a page; undefined elsewhere. */
export function findPageRequest(): PageRequestMaker | undefined {
  const own: unknown = Reflect.get(globalThis, 'XMLHttpRequest');
  return isMaker(own) ? own : undefined;
}

/** What the platform has under this name is described by a standard. */
function isMaker(value: unknown): value is PageRequestMaker {
  return typeof value === 'function';
}
