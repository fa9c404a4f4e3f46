/** Prints a record as a line of NDJSON and waits until the reader has taken it: no stream is held in memory. */
export function print(record: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(record)}\n`, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
