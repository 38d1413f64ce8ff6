import { describe, expect, it } from '@jest/globals';
import { clientFrame, closeCodes, operationFrames, push, reply } from '@jobwire/realtime';
import { z } from 'zod';

import { channelKindDocs } from './channel-kinds.ts';
import { asyncApiDocument } from './document.ts';
import { allMessages, pushNames } from './messages.ts';
import { operationDocs } from './operations.ts';
import { pushDocs } from './pushes.ts';

const document = asyncApiDocument('1.2.3');
const text = JSON.stringify(document);

/** What a pointer in the document leads to. */
function found(ref: string): unknown {
  let here: unknown = document;
  for (const part of ref.slice('#/'.length).split('/')) here = z.record(z.string(), z.unknown()).parse(here)[part];
  return here;
}

describe('the AsyncAPI document', () => {
  it('refers to nothing that is not in it', () => {
    const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(30);
    for (const ref of new Set(refs)) expect([ref, found(ref)]).toEqual([ref, expect.anything()]);
  });

  it('has every operation with its reply, and every push', () => {
    const operations = z.record(z.string(), z.looseObject({ action: z.string() })).parse(document['operations']);
    const ops = operationFrames.map(({ op }) => op);
    expect(Object.keys(operations).toSorted()).toEqual([...ops, 'push'].toSorted());
    for (const op of ops) expect(operations[op]).toMatchObject({ action: 'receive', reply: { messages: [{}, {}] } });
    const types = Object.values(channelKindDocs).flatMap(({ events }) => Object.keys(events));
    expect(pushNames().toSorted()).toEqual([...Object.keys(pushDocs).map((t) => `${t}Push`), ...types].toSorted());
  });

  it('says of every close code what to do after it', () => {
    const codes = z.array(z.object({ code: z.int(), about: z.string(), afterwards: z.string() }));
    const listed = codes.parse(document['x-close-codes']).map(({ code }) => code);
    for (const code of Object.values(closeCodes)) expect(listed).toContain(code);
  });

  it('shows frames that the server takes, and frames that clients can read', () => {
    const messages = allMessages();
    for (const { op } of operationFrames) {
      expect(clientFrame.parse(messages[op]?.examples[0]?.payload)).toMatchObject({ op });
      const { ok } = reply.parse(messages[`${op}Reply`]?.examples[0]?.payload);
      expect(z.parse(operationDocs[op].ok, ok)).toEqual(ok);
    }
    for (const name of pushNames()) {
      const example = messages[name]?.examples[0]?.payload;
      expect(push.parse(example)).toEqual(example);
    }
    for (const { events } of Object.values(channelKindDocs)) {
      for (const { data, example } of Object.values(events)) {
        expect(z.parse(data, example)).toEqual(example);
      }
    }
  });
});
