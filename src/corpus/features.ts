import type { Features } from './entry';

/** Lays the arrays into one buffer: eight buffers an article would take as much again as their contents. */
export function inOneBuffer(features: Features): Features {
  const { terms, passages, shingles, days, stream, passageEnds, labelled, commonness } = features;
  // Wider elements come first, so that every view is aligned.
  const all = [terms, passages, shingles, days, stream, passageEnds, labelled, commonness];
  const buffer = new ArrayBuffer(all.reduce((bytes, array) => bytes + array.byteLength, 0));
  let next = 0;
  const place = (array: Uint8Array | Uint16Array | Int32Array | Uint32Array): [number, number] => {
    const offset = next;
    next += array.byteLength;
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    new Uint8Array(buffer, offset).set(bytes);
    return [offset, array.length];
  };
  return {
    ...features,
    terms: new Uint32Array(buffer, ...place(terms)),
    passages: new Uint32Array(buffer, ...place(passages)),
    shingles: new Uint32Array(buffer, ...place(shingles)),
    days: new Int32Array(buffer, ...place(days)),
    stream: new Uint16Array(buffer, ...place(stream)),
    passageEnds: new Uint16Array(buffer, ...place(passageEnds)),
    labelled: new Uint16Array(buffer, ...place(labelled)),
    commonness: new Uint8Array(buffer, ...place(commonness)),
  };
}
