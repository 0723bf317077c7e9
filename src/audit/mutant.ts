import type { AdapterModule } from '../subject/adapter.js';
import { readSpecification } from '../specification/index.js';
import { loadAdapter } from '../subject/load_adapter.js';
import { mutate } from './mutate.js';
import type { Mutation } from './mutation.js';

/** What a mutant's URL says of it, as JSON in its query. */
interface Recipe {
  /** The sound adapter: a bundled one's name, or a module's URL. */
  readonly adapter: string;
  /** Path of the document. */
  readonly specification: string;
  readonly mutation: Mutation;
}

/** The URL of a module that exports an adapter with a defect. */
export function mutantUrl(recipe: Recipe): string {
  const url = new URL(import.meta.url);
  url.search = new URLSearchParams({ recipe: JSON.stringify(recipe) }).toString();
  return url.href;
}

/** Loads what a URL asks for; null for this module's own, which asks for nothing. */
async function load(url: string): Promise<AdapterModule | null> {
  const recipe = new URL(url).searchParams.get('recipe');
  if (recipe === null) return null;
  const { adapter, specification, mutation } = JSON.parse(recipe) as Recipe;
  return mutate(await loadAdapter(adapter), mutation, await readSpecification(specification));
}

export const adapter = await load(import.meta.url);
