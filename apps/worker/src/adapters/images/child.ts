import { writeFileSync } from 'node:fs';

import sharp from 'sharp';

import { checkDecoders, closeDecoders } from './decoder-guard.ts';
import { failureOf } from './failure-of.ts';
import type { RenderReply, RenderRequest } from './protocol.ts';
import { renderImage } from './render-image.ts';

// The program of an image child. It opens strangers' files, so it has no secrets, no database and no network use.

// Without its parent nobody waits for the work.
process.once('disconnect', () => process.exit());
// When memory runs out, this process is the one to end: its job is only tried again.
if (process.platform === 'linux') writeFileSync('/proc/self/oom_score_adj', '1000');
closeDecoders();

/** Prove that the decoders are closed; returns the versions of the libraries. */
export async function check(): Promise<{ sharp: string; vips: string }> {
  await checkDecoders();
  return { sharp: sharp.versions.sharp, vips: sharp.versions.vips };
}

/** Render one image. */
export async function render(request: RenderRequest): Promise<RenderReply> {
  try {
    return { kind: 'rendered', image: await renderImage(request, (progress) => void process.send?.(progress)) };
  } catch (error) {
    return failureOf(error, request);
  }
}
