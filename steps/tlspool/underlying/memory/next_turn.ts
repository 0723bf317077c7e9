/** Calls back in a turn of its own, once for however often it becomes due before. */
export function inTheNextTurn(onTurn: () => void): { readonly due: () => void; readonly cancel: () => void } {
  let turn: NodeJS.Immediate | null = null;
  return {
    due: () => {
      turn ??= setImmediate(() => {
        turn = null;
        onTurn();
      });
    },
    cancel: () => {
      if (turn !== null) clearImmediate(turn);
    },
  };
}
