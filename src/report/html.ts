import { createHash } from 'node:crypto';
import type { Trace } from '../trace/model.js';
import { escapeHtml } from './document/escape.js';
import { documentHtml } from './document/write.js';
import { pageDataOf } from './page_data.js';
import { pageScript, pageStyle } from './page_files.js';
import { DATA_ID, templateId, type PageData } from './page_model.js';
import { headlineOf } from './headline.js';
import { formatRoute, NO_FILTERS } from './route.js';

/**
 * One self-contained page: summary, matrix, detail with sequence diagrams, the documents, and their state diagrams.
 *
 * The trace goes in as JSON, the documents as inert templates; the page's code puts everything foreign into text nodes. Its
 * content policy lets nothing else run, and nothing be loaded.
 */
export function renderHtml(trace: Trace): string {
  const data = pageDataOf(trace);
  const style = pageStyle();
  const script = pageScript();
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${headlineOf(data.run).title}: iospec report`)}</title>
<style>${style}</style>
</head>
<body>
<noscript>
<p>This page needs JavaScript. trace.md and matrix.csv beside this file have the same contents.</p>
</noscript>
${templatesOf(trace, data).join('\n')}
<script type="application/json" id="${DATA_ID}">${jsonForScript(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Each document, rendered. */
function templatesOf({ specifications }: Trace, { documents }: PageData): readonly string[] {
  return specifications.flatMap(({ file, document, requirements }, index) => {
    if (document === undefined) return [];
    const verdicts = new Map(requirements.map(({ label, verdict }) => [label, verdict]));
    const key = documents[index]?.key ?? '';
    const addressOf = (slug: string): string =>
      formatRoute({ view: 'document', at: slug, filters: { ...NO_FILTERS, document: key } });
    return [
      `<template id="${templateId(index)}">\n${documentHtml(file, document, verdicts, addressOf)}</template>`,
    ];
  });
}

/** JSON that no HTML parser finds an end or a comment in. */
function jsonForScript(value: PageData): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
