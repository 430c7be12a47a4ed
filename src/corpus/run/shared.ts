/**
 * The same plain data, with its arrays of numbers in memory that all threads share: what is posted to another thread is
 * copied otherwise. Objects in it are looked at, maps and sets are not.
 */
export function shared<T extends object>(data: T): T {
  return mapValues(data) as T;
}

function mapValues(data: object): object {
  if (data instanceof Float64Array || data instanceof Int32Array) return moved(data);
  if (data instanceof Uint32Array || data instanceof Uint16Array) return moved(data);
  const isPlain = Object.getPrototypeOf(data) === Object.prototype;
  if (!isPlain) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? mapValues(value) : value,
    ]),
  );
}

function moved<T extends Float64Array | Int32Array | Uint32Array | Uint16Array>(array: T): T {
  const copy = Reflect.construct(array.constructor, [new SharedArrayBuffer(array.byteLength)]) as T;
  copy.set(array);
  return copy;
}
