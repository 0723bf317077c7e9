import type { PageData, PageRequirement } from '../page_model.js';
import { selectorFor, type Selector } from '../view/filter.js';
import { formatRoute, type Filters, type Route } from '../route.js';

/** What every view needs: the data, where the reader is, and ways to go elsewhere. */
export interface App {
  readonly data: PageData;
  readonly select: Selector;
  readonly route: Route;
  /** The requirement that the matrix has, or would have, in focus. */
  selected: number | null;
  readonly go: (route: Route) => void;
  /** Goes to an address. */
  readonly visit: (address: string) => void;
  /** The address of a requirement, with the filters that are set. */
  readonly addressOf: (requirement: number) => string;
  readonly find: (label: string, document: string) => number | null;
}

/** A view on the page. */
export interface View {
  readonly title: string;
  readonly node: HTMLElement;
  /** The address to come back to, where the reader has gone on within the view. */
  readonly address?: () => string;
  /** Called once the node is in the page. */
  readonly shown?: () => void;
  /** Handles a key; false when it means nothing here. */
  readonly key?: (key: string) => boolean;
  /** Called before and after printing: everything that matters has to be in the page. */
  readonly printing?: (isPrinting: boolean) => void;
  /** Called when another view takes its place. */
  readonly closed?: () => void;
}

/** @param visit Goes to an address. */
export function createApp(
  data: PageData,
  initial: Route,
  visit: (address: string) => void,
): App & { route: Route } {
  const labels = new Map<string, number[]>();
  data.requirements.forEach(({ label }, index) => {
    const key = label.toLowerCase();
    labels.set(key, [...(labels.get(key) ?? []), index]);
  });
  const keyOf = (requirement: PageRequirement | undefined): string =>
    data.documents[requirement?.document ?? -1]?.key ?? '';
  const app = {
    data,
    select: selectorFor(data),
    route: initial,
    selected: null as number | null,
    go: (route: Route): void => {
      visit(formatRoute(route));
    },
    visit,
    find: (label: string, document: string): number | null => {
      const found = labels.get(label.toLowerCase()) ?? [];
      return found.find((index) => keyOf(data.requirements[index]) === document) ?? found[0] ?? null;
    },
    addressOf: (index: number): string => {
      const requirement = data.requirements[index];
      const label = requirement?.label ?? '';
      const isAmbiguous = (labels.get(label.toLowerCase()) ?? []).length > 1;
      const filters: Filters = isAmbiguous
        ? { ...app.route.filters, document: keyOf(requirement) }
        : app.route.filters;
      return formatRoute({ view: 'detail', at: label, filters });
    },
  };
  return app;
}
