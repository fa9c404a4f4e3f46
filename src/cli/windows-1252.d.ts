/** The package's own types are not reachable through its `exports`. */
declare module 'windows-1252' {
  export function decode(
    input: Uint8Array | Uint16Array | string,
    options?: { readonly mode?: 'fatal' | 'replacement' },
  ): string;
}
