/** A sparse vector: ascending term hashes and a weight for each. */
export interface Vector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** The inner product of two vectors. Linear in their lengths. */
export function dot(a: Vector, b: Vector): number {
  const [aTerms, aWeights, bTerms, bWeights] = [a.terms, a.weights, b.terms, b.weights];
  const aLength = aTerms.length;
  const bLength = bTerms.length;
  let i = 0;
  let j = 0;
  let sum = 0;
  while (i < aLength && j < bLength) {
    const x = aTerms[i]!;
    const y = bTerms[j]!;
    if (x === y) sum += aWeights[i++]! * bWeights[j++]!;
    else if (x < y) i++;
    else j++;
  }
  return sum;
}

/** The sum of two vectors. */
export function add(a: Vector, b: Vector): Vector {
  const terms = new Uint32Array(a.terms.length + b.terms.length);
  const weights = new Float32Array(terms.length);
  let i = 0;
  let j = 0;
  let length = 0;
  while (i < a.terms.length || j < b.terms.length) {
    const x = i < a.terms.length ? a.terms[i]! : Infinity;
    const y = j < b.terms.length ? b.terms[j]! : Infinity;
    terms[length] = Math.min(x, y);
    weights[length++] = (x <= y ? a.weights[i++]! : 0) + (y <= x ? b.weights[j++]! : 0);
  }
  return { terms: terms.slice(0, length), weights: weights.slice(0, length) };
}
