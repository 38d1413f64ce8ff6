import { jpegClaim, pngImage } from '@jobwire/testing';
import fc from 'fast-check';

import { hostileTexts } from './hostile.ts';

const boundary = 'fuzz';

/** How forms say where their parts end. */
export const formType = `multipart/form-data; boundary=${boundary}`;

const png = pngImage(8, 8, 1);
const files: fc.Arbitrary<Buffer> = fc.oneof(
  fc.nat({ max: 200 }).map((shade) => pngImage(8, 8, shade)),
  fc.nat({ max: png.length }).map((length) => png.subarray(0, length)),
  fc.constantFrom(
    Buffer.alloc(0),
    Buffer.from('<svg onload="x()"/>'),
    Buffer.from('GIF89a'),
    Buffer.alloc(5_000, 0xff),
  ),
  fc.constant(Buffer.from(jpegClaim({ width: 65_000, height: 65_000 }))),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);
const names = fc.oneof({ weight: 4, arbitrary: fc.constant('image') }, { weight: 1, arbitrary: hostileTexts });

/** Forms: one image mostly, and what a careless or hostile program makes of them. */
export const formBodies: fc.Arbitrary<Buffer> = fc
  .record({
    parts: fc.array(fc.record({ name: names, filename: fc.option(names), file: files }), {
      minLength: 1,
      maxLength: 3,
    }),
    type: fc.constantFrom('image/png', 'image/jpeg', 'text/html', ''),
    end: fc.constantFrom(`--${boundary}--\r\n`, `--${boundary}--\r\n`, `--${boundary}--\r\n`, '', '--'),
    once: fc.boolean(),
  })
  .map(({ parts, type, end, once }) =>
    Buffer.concat([
      ...parts
        .slice(0, once ? 1 : 3)
        .flatMap(({ name, filename, file }) => [
          Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`),
          Buffer.from(filename === null ? '' : `; filename="${filename}"`),
          Buffer.from(`${type === '' ? '' : `\r\nContent-Type: ${type}`}\r\n\r\n`),
          file,
          Buffer.from('\r\n'),
        ]),
      Buffer.from(end),
    ]),
  );
