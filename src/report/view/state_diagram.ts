import type { DocumentTrace, TransitionTrace } from '../../trace/model.js';

/** The state diagram: each state a box that lists its calls; a call that leads elsewhere has a line to that state. */
export interface StateDiagram {
  readonly width: number;
  readonly height: number;
  readonly states: readonly StateBox[];
  readonly edges: readonly Edge[];
}

export interface StateBox {
  /** Name of the state; null for the end of the instance. */
  readonly name: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly calls: readonly {
    readonly transition: TransitionTrace;
    readonly y: number;
    readonly stays: boolean;
  }[];
}

export interface Edge {
  readonly transition: TransitionTrace;
  /** Corners of the line; it ends at the arrow's head. */
  readonly points: readonly (readonly [number, number])[];
  readonly head: { readonly x: number; readonly y: number };
  /** Where the line runs beside the boxes: right of them when it leads downwards. */
  readonly side: 'left' | 'right';
  /** Where it meets the other lines of its lane; null when it has the lane to itself. */
  readonly joint: { readonly x: number; readonly y: number } | null;
}

const CHARACTER = 7.3;
const HEAD = 34;
const ROW = 26;
const GAP = 40;
const PADDING = 44;
const LANE = 20;
const MARGIN = 16;
const END_SIZE = 34;

/**
 * Lays the diagram out: states below each other in the document's order. Lines downwards run on the right, lines upwards on
 * the left, and all that end in the same state share a lane, so that no line crosses a box.
 */
export function layOutStates({
  states,
  transitions,
}: Pick<DocumentTrace, 'states' | 'transitions'>): StateDiagram {
  const names = [
    ...new Set([
      ...states.map(({ name }) => name),
      ...transitions.flatMap(({ state, targets }) => [state, ...targets]),
    ]),
  ];
  const order: readonly (string | null)[] = [
    ...names.filter((name) => name !== null),
    ...(names.includes(null) ? [null] : []),
  ];
  const links = transitions.flatMap((transition) =>
    transition.targets
      .filter((target) => target !== transition.state)
      .map((target) => ({
        transition,
        target,
        isDown: order.indexOf(target) > order.indexOf(transition.state),
      })),
  );
  const lanesOf = (isDown: boolean): readonly (string | null)[] => {
    const targets = order.filter((name) =>
      links.some((link) => link.target === name && link.isDown === isDown),
    );
    // The lane of a near state lies near the boxes, so that the lines of far ones pass outside it.
    return isDown ? targets : targets.reverse();
  };
  const [down, up] = [lanesOf(true), lanesOf(false)];
  const left = MARGIN + up.length * LANE + (up.length > 0 ? LANE : 0);
  const words = [
    ...order.map((name) => name ?? ''),
    ...transitions.map((transition) => `   ${transition.function}`),
  ];
  const width = Math.ceil(Math.max(...words.map(({ length }) => length), 12) * CHARACTER) + PADDING;

  const boxes: StateBox[] = [];
  let y = MARGIN;
  for (const name of order) {
    const calls = transitions
      .filter(({ state }) => state === name)
      .map((transition, index) => ({
        transition,
        y: y + HEAD + index * ROW + ROW / 2,
        stays: transition.targets.includes(transition.state),
      }));
    const height = name === null ? END_SIZE : HEAD + calls.length * ROW + (calls.length > 0 ? 8 : 0);
    boxes.push({ name, x: left, y, width, height, calls });
    y += height + GAP;
  }

  const boxOf = (name: string | null): StateBox | undefined => boxes.find((box) => box.name === name);
  const edges = links.flatMap(({ transition, target, isDown }): readonly Edge[] => {
    const from = boxOf(transition.state)?.calls.find((call) => call.transition === transition);
    const to = boxOf(target);
    if (from === undefined || to === undefined) return [];
    const side = isDown ? left + width : left;
    const outwards = isDown ? 1 : -1;
    const lane = side + outwards * LANE * (1 + (isDown ? down : up).indexOf(target));
    const end = target === null ? left + width / 2 + END_SIZE / 2 : side;
    const entry = to.y + (target === null ? END_SIZE / 2 : HEAD / 2);
    return [
      {
        transition,
        points: [
          [side, from.y],
          [lane, from.y],
          [lane, entry],
          [end, entry],
        ],
        head: { x: end, y: entry },
        side: isDown ? 'right' : 'left',
        joint:
          links.filter((link) => link.target === target && link.isDown === isDown).length > 1
            ? { x: lane, y: from.y }
            : null,
      },
    ];
  });
  return {
    width: left + width + MARGIN + LANE * (down.length + 1),
    height: y - GAP + MARGIN,
    states: boxes,
    edges,
  };
}
