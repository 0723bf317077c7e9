const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, in content and in quoted attributes; what HTML can't hold becomes a replacement character. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, (control) => (control === '\r' ? '\n' : '\ufffd'))
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
