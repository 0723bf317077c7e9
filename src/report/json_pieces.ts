/**
 * JSON of a value, the same as `JSON.stringify(value, null, 1)`, in pieces: the whole of a large one need never be in memory
 * as text.
 * @param depth Levels down to which a piece is made of each element; what lies deeper is one piece with its element.
 */
export function* jsonPieces(value: unknown, depth: number, indent = ''): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value, null, 1).replaceAll('\n', `\n${indent}`);
    return;
  }
  const elements: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((element: unknown) => ['', element])
    : Object.entries(value).flatMap(([name, element]) =>
        element === undefined ? [] : [[`${JSON.stringify(name)}: `, element]],
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (elements.length === 0) {
    yield `${open}${close}`;
    return;
  }
  const inner = `${indent} `;
  for (const [index, [name, element]] of elements.entries()) {
    yield `${index === 0 ? open : ','}\n${inner}${name}`;
    yield* jsonPieces(element, depth - 1, inner);
  }
  yield `\n${indent}${close}`;
}
