import { html, nothing } from 'lit';

/**
 * An edit of a scene: what changed line by line, the thumbnail, and what is visible on it.
 * @param {{diff: string[], png: string, seen: any}} shown
 */
export function sceneShown(shown) {
  return html`<div class="scene-edit stack">
    <pre class="diff" aria-label="What changed in the scene">${shown.diff.map((line) => html`<span class=${line.startsWith('+') ? 'plus' : 'minus'}>${line}\n</span>`)}</pre>
    ${shown.png ? html`<div class="look"><img src="data:image/png;base64,${shown.png}" width="320" alt="The scene as it now looks">${seenTable(shown.seen)}</div>` : nothing}</div>`;
}

/** What is visible on a thumbnail. @param {any} seen */
export function seenTable(seen) {
  const row = (r) => html`<tr><th scope="row">${r.what}</th><td class="number">${r.pixels.toLocaleString('en')}</td><td class="number">${(100 * r.share).toFixed(1)} %</td></tr>`;
  return html`<table class="small seen"><caption>Visible at ${seen.time_ms.toFixed(2)} ms, of ${seen.frames} frames: ${seen.cells_seen} cells; ${Math.round(100 * seen.background)} % of the picture is empty, mean luminance ${seen.luminance.toFixed(2)}</caption>
    <thead><tr><th scope="col">Shown</th><th scope="col">Pixels</th><th scope="col">Share</th></tr></thead>
    <tbody>${seen.layers.map(row)}${seen.cells.slice(0, 5).map(row)}</tbody></table>`;
}
