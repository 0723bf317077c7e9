/** Foreign text in Markdown: it stays text, and it calls nobody. */

/** In a paragraph, a table cell or a heading: on one line, nothing of it means anything. */
export function inText(text: string): string {
  return quiet(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Between HTML tags, where Markdown means nothing. */
export function inTag(text: string): string {
  return quiet(text)
    .replace(/\s+/g, ' ')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A listing, in a fence longer than any in the text. */
export function listing(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '\ufffd')}\n${fence}`;
}

/** `@name` would send that person a message: an invisible character keeps the two apart. */
function quiet(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '\ufffd').replace(/@(?=\w)/g, '@\u200b');
}
