import type { Page } from 'playwright-core';

/** A file as an input takes it. */
export interface Photo {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Make photos as large as a telephone's: the browser itself draws and packs them, each another one. */
export async function makePhotos(page: Page, names: readonly string[]): Promise<Photo[]> {
  const packed: string[] = await page.evaluate(drawPhotos(names.length));
  return packed.map((text, at) => ({
    name: names[at] ?? '',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(text.slice(text.indexOf(',') + 1), 'base64'),
  }));
}

/** Runs in the page. Coarse noise over a slope: as hard to pack as a photo, and no two are alike. */
function drawPhotos(count: number): string {
  return `(() => Array.from({ length: ${count} }, (_, number) => {
    const canvas = document.createElement('canvas');
    canvas.width = 3200;
    canvas.height = 2400;
    const brush = canvas.getContext('2d');
    const slope = brush.createLinearGradient(0, 0, 3200, 2400);
    slope.addColorStop(0, 'hsl(' + number * 67 + ' 70% 60%)');
    slope.addColorStop(1, 'hsl(' + (number * 67 + 120) + ' 60% 30%)');
    brush.fillStyle = slope;
    brush.fillRect(0, 0, 3200, 2400);
    for (let spot = 0; spot < 4000; spot += 1) {
      brush.fillStyle = 'hsl(' + Math.random() * 360 + ' 60% 50% / 0.5)';
      brush.fillRect(Math.random() * 3200, Math.random() * 2400, 40, 30);
    }
    return canvas.toDataURL('image/jpeg', 0.92);
  }))()`;
}
