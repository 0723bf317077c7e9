import type { ListFunctions } from '../list.js';

class Item {
  list: List | null;
  next: Item | null = null;
  previous: Item | null;

  constructor(
    readonly value: object,
    list: List,
  ) {
    this.list = list;
    this.previous = list.tail;
  }
}

/** A list as `list.h` has it, doubly linked: wherever an item stands, taking it out costs the same. */
class List {
  head: Item | null = null;
  tail: Item | null = null;

  add(value: object): Item {
    const item = new Item(value, this);
    if (this.tail === null) this.head = item;
    else this.tail.next = item;
    this.tail = item;
    return item;
  }

  remove(item: Item): boolean {
    if (item.list !== this) return false;
    const { previous, next } = item;
    if (previous === null) this.head = next;
    else previous.next = next;
    if (next === null) this.tail = previous;
    else next.previous = previous;
    item.list = null;
    return true;
  }
}

/** The list of the C utility library. */
export const portableList: ListFunctions = {
  list_create: () => new List(),
  list_destroy: (list) => {
    if (!(list instanceof List)) return;
    while (list.head !== null) list.remove(list.head);
  },
  list_add: (list, value) => (list instanceof List ? list.add(value) : null),
  list_remove: (list, item) => (list instanceof List && item instanceof Item && list.remove(item) ? 0 : 1),
  list_get_head_item: (list) => (list instanceof List ? list.head : null),
  list_item_get_value: (item) => (item instanceof Item ? item.value : null),
};
