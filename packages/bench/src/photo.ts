import sharp from 'sharp';

/** Which photo to make. */
export interface PhotoOptions {
  /** Pixels; a phone's photo of 13 megapixels unless said otherwise. */
  width?: number;
  height?: number;
  /** Another number makes another picture, the same number the same scene. */
  seed?: number;
}

/** The scene is painted at this part of the size and enlarged: light changes slowly. */
const scale = 8;

/**
 * Paint a JPEG that costs as much to decode and shrink as a photo: a sky, rows of hills, a sun, and grain over all. It
 * belongs to nobody, so it can be shown and sent around. Takes about a second at full size.
 */
export async function makePhoto({ width = 4_208, height = 3_120, seed = 1 }: PhotoOptions = {}): Promise<Buffer> {
  const small = { width: Math.ceil(width / scale), height: Math.ceil(height / scale) };
  const scene = sharp(paint(small, seed), { raw: { ...small, channels: 3 } });
  const enlarged = await scene.resize(width, height, { kernel: 'cubic', fit: 'fill' }).raw().toBuffer();
  return sharp(addGrain(enlarged, seed), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** A colour: red, green and blue. */
type Colour = readonly [number, number, number];

const sky: readonly [Colour, Colour] = [
  [64, 105, 168],
  [246, 200, 150],
];
const hills: readonly Colour[] = [
  [128, 140, 158],
  [86, 110, 112],
  [52, 82, 66],
  [28, 50, 36],
];

function paint({ width, height }: { width: number; height: number }, seed: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  const random = randomOf(seed);
  const waves = hills.map(() => Array.from({ length: 5 }, () => random() * 6.28));
  const sun = { x: width * (0.2 + 0.6 * random()), y: height * 0.3, radius: height * 0.06 };
  for (let x = 0; x < width; x += 1) {
    const ridges = waves.map((phases, row) => height * (0.45 + row * 0.14 + ridge(x / width, phases)));
    for (let y = 0; y < height; y += 1) {
      const row = ridges.findLastIndex((top) => y >= top);
      const base = hills[row] ?? skyAt(y / height, Math.hypot(x - sun.x, y - sun.y) / sun.radius);
      const texture = row < 0 ? 0 : (random() - 0.5) * 26;
      pixels.set(
        base.map((part) => clamp(part + texture)),
        (y * width + x) * 3,
      );
    }
  }
  return pixels;
}

/** The height of a ridge at a place (0…1), as a part of the picture: few large waves and many small ones. */
function ridge(place: number, phases: readonly number[]): number {
  return phases.reduce(
    (sum, phase, octave) => sum + (0.06 / 2 ** octave) * Math.sin(place * 5 * 2.3 ** octave + phase),
    0,
  );
}

function skyAt(depth: number, sunDistance: number): Colour {
  const [top, bottom] = sky;
  const glow = Math.min(1, 1 / Math.max(1, sunDistance) ** 2);
  const mixed = top.map((part, index) => part + ((bottom[index] ?? 0) - part) * Math.min(1, depth * 2));
  const [red = 0, green = 0, blue = 0] = mixed.map((part) => part + (255 - part) * glow);
  return [red, green, blue];
}

/** Noise as of a sensor, in place: without it a JPEG would be several times smaller than a photo. */
function addGrain(pixels: Buffer, seed: number): Buffer {
  // One random table, read from a changing place, is ten times as fast as a random number per pixel.
  const random = randomOf(seed + 1);
  const table = Int8Array.from({ length: 65_536 }, () => (random() + random() + random() - 1.5) * 14);
  for (let at = 0; at < pixels.length; at += 3) {
    const grain = table[(Math.imul(at, 0x9e3779b1) >>> 16) & 0xffff] ?? 0;
    for (let part = at; part < at + 3; part += 1) pixels[part] = clamp((pixels[part] ?? 0) + grain);
  }
  return pixels;
}

const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));

/** Random numbers below 1 that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
