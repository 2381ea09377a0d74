const NOTHING = new Uint8Array();
const FIRST_SIZE = 4096;

/** Bytes put together one piece after the other, and taken away together. */
export class ByteBuilder {
  #buffer = NOTHING;
  #length = 0;
  #taken = 0;

  /** Bytes appended since the beginning, those taken away included. */
  get total(): number {
    return this.#taken + this.#length;
  }

  /** Bytes appended since `take`. */
  get length(): number {
    return this.#length;
  }

  /** Makes room for that many more bytes at once. */
  reserve(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2, FIRST_SIZE));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }

  byte(value: number): void {
    if (this.#length === this.#buffer.length) this.reserve(1);
    this.#buffer[this.#length++] = value;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  fill(value: number, count: number): void {
    this.reserve(count);
    this.#buffer.fill(value, this.#length, this.#length + count);
    this.#length += count;
  }

  /** All that was appended since the last time; it is the caller's to keep. */
  take(): Uint8Array {
    const bytes = this.#buffer.subarray(0, this.#length);
    this.#taken += this.#length;
    this.#buffer = NOTHING;
    this.#length = 0;
    return bytes;
  }
}
