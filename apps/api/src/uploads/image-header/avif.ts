import { headerOf, type HeaderReader, type ImageHeader, type ReadBytes } from './header.ts';

/** One box of an ISO media file (ISO/IEC 14496-12, 4.2): its type, and where its content lies. */
interface Box {
  type: string;
  start: number;
  end: number;
}

/** The box of properties is small; a larger one is no photo's. */
const maxMetaBytes = 1024 * 1024;
const maxBoxes = 1_000;

/** AVIF: the largest `ispe` property of `meta/iprp/ipco` (ISO/IEC 23008-12, 6.5.3); a grid's tiles are smaller. */
export const readAvifHeader: HeaderReader = async (read) => {
  const meta = await findMeta(read);
  if (!meta) return undefined;
  const bytes = await read(meta.start, Math.min(meta.end - meta.start, maxMetaBytes));
  // `meta` is a full box: four bytes of version and flags come before its children.
  const whole = { type: 'meta', start: 4, end: bytes.length };
  const properties = childrenOf(bytes, [whole]).filter(({ type }) => type === 'iprp');
  const containers = childrenOf(bytes, properties).filter(({ type }) => type === 'ipco');
  const sizes = childrenOf(bytes, containers).filter(({ type, start, end }) => type === 'ispe' && end - start >= 12);
  return sizes
    .map(({ start }) => headerOf(bytes.readUInt32BE(start + 4), bytes.readUInt32BE(start + 8)))
    .reduce(larger, undefined);
};

function larger(a: ImageHeader | undefined, b: ImageHeader | undefined): ImageHeader | undefined {
  if (!a || !b) return a ?? b;
  return a.width * a.height >= b.width * b.height ? a : b;
}

async function findMeta(read: ReadBytes): Promise<Box | undefined> {
  let position = 0;
  for (let count = 0; count < maxBoxes; count += 1) {
    const box = boxAt(await read(position, 16), position, Number.MAX_SAFE_INTEGER);
    if (!box || box.type === 'meta') return box;
    position = box.end;
  }
  return undefined;
}

function childrenOf(bytes: Buffer, parents: readonly Box[]): Box[] {
  return parents.flatMap((parent) => {
    const children: Box[] = [];
    let position = parent.start;
    while (children.length < maxBoxes) {
      const child = boxAt(bytes.subarray(position, Math.min(position + 16, parent.end)), position, parent.end);
      if (!child) break;
      children.push(child);
      position = child.end;
    }
    return children;
  });
}

/** Read the head of a box. A size of 1 means that a 64-bit size follows, 0 that the box fills the rest. */
function boxAt(head: Buffer, position: number, limit: number): Box | undefined {
  if (head.length < 8) return undefined;
  const small = head.readUInt32BE(0);
  if (small === 1 && head.length < 16) return undefined;
  const size = small === 1 ? Number(head.readBigUInt64BE(8)) : small || limit - position;
  const headBytes = small === 1 ? 16 : 8;
  if (size < headBytes || position + size > limit) return undefined;
  return { type: head.toString('latin1', 4, 8), start: position + headBytes, end: position + size };
}
