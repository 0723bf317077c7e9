/**
 * The list of the C utility library (`list.h`), in which a wsio keeps its pending sends. A C `NULL` is `null`.
 */

/** A list; opaque. */
export type LIST_HANDLE = object;
/** An item in a list; opaque, and of no use any more once it was removed. */
export type LIST_ITEM_HANDLE = object;

/** The functions of a list. */
export interface ListFunctions {
  /** An empty list; null when there is no memory for it. */
  readonly list_create: () => LIST_HANDLE | null;
  /** Releases a list and its items, not what the items stand for. */
  readonly list_destroy: (list: LIST_HANDLE) => void;
  /** Adds an item behind the last; null when it cannot. */
  readonly list_add: (list: LIST_HANDLE, item: object) => LIST_ITEM_HANDLE | null;
  /** Takes an item out; 0, or non-zero when it is not in the list. */
  readonly list_remove: (list: LIST_HANDLE, item_handle: LIST_ITEM_HANDLE) => number;
  /** The first item; null when the list is empty. */
  readonly list_get_head_item: (list: LIST_HANDLE) => LIST_ITEM_HANDLE | null;
  /** What was given to `list_add`. */
  readonly list_item_get_value: (item_handle: LIST_ITEM_HANDLE) => object | null;
}
