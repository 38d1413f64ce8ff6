import type { Response } from 'express';

/** Lead to another address (303), without the page that Express writes: whoever follows never sees it. */
export function seeOther(response: Response, address: string): void {
  response.status(303).location(address).end();
}
