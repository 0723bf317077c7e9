import type { ListFunctions } from '../list.js';

/** A list as `list.h` has it. Its items keep their order; each is found by itself, so that taking out costs nothing. */
class List {
  readonly items = new Set<Item>();
}

class Item {
  constructor(readonly value: object) {}
}

/** The list of the C utility library. */
export const portableList: ListFunctions = {
  list_create: () => new List(),
  list_destroy: (list) => {
    if (list instanceof List) list.items.clear();
  },
  list_add: (list, value) => {
    if (!(list instanceof List)) return null;
    const item = new Item(value);
    list.items.add(item);
    return item;
  },
  list_remove: (list, item) =>
    list instanceof List && item instanceof Item && list.items.delete(item) ? 0 : 1,
  list_get_head_item: (list) => {
    if (!(list instanceof List)) return null;
    const [head = null] = list.items;
    return head;
  },
  list_item_get_value: (item) => (item instanceof Item ? item.value : null),
};
