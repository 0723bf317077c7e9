import type { ListFunctions } from '../../../../src/adapters/wsio/libwebsockets/list.js';

/** An item of a list. */
class MemoryItem {
  constructor(readonly value: object) {}
}

/** A list in memory: a set keeps the order in which its items came, and takes each out at the same cost. */
class MemoryList {
  readonly items = new Set<MemoryItem>();
}

/** The list of the C utility library as a mock has it: what is no list, or not in the list, is refused. */
export const memoryList: ListFunctions = {
  list_create: () => new MemoryList(),
  list_destroy: (list) => {
    if (list instanceof MemoryList) list.items.clear();
  },
  list_add: (list, value) => {
    if (!(list instanceof MemoryList)) return null;
    const item = new MemoryItem(value);
    list.items.add(item);
    return item;
  },
  list_remove: (list, item) =>
    list instanceof MemoryList && item instanceof MemoryItem && list.items.delete(item) ? 0 : 1,
  list_get_head_item: (list) => {
    if (!(list instanceof MemoryList)) return null;
    const [head = null] = list.items;
    return head;
  },
  list_item_get_value: (item) => (item instanceof MemoryItem ? item.value : null),
};
