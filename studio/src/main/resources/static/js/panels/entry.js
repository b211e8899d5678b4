import { html, nothing } from 'lit';
import { markdown } from 'bw/markdown.js';
import { EntryPanelBase } from 'bw/entry-panel.js';
import { emptyView, linkTo } from 'bw/panel.js';
import { number, unit } from 'bw/words.js';

const FORMATS = { html: 'HTML', markdown: 'Markdown', ipynb: 'Jupyter', 'ro-crate': 'RO-Crate' };

/** One entry: verdict, findings, pictures, numbers, files, and its page. */
class EntryPanel extends EntryPanelBase {
  view() {
    if (!this.entry) {
      return this.loading ? html`<p class="loading">Loading…</p>` : emptyView('No entry is open', 'Choose one, or run a plan.');
    }
    const { name, request, findings, files } = this.entry;
    const at = encodeURIComponent(name);
    const verdict = findings.verdict;
    const pictures = files.filter((f) => /^[^/]+\.(png|svg)$/.test(f));
    const sounds = files.filter((f) => f.endsWith('.wav'));
    const movies = files.filter((f) => /\.(mp4|webm)$/.test(f));
    const file = (f) => `/api/notebook/${at}/file?name=${encodeURIComponent(f)}`;
    return html`<article class="panel"><div class="body stack">
      <div><p class="small quiet">${name}</p><h2>${request}</h2></div>
      ${verdict ? html`<p><span class="tag ${verdict.outcome === 'SUPPORTED' ? 'good' : verdict.outcome === 'REFUTED' ? 'bad' : 'you'}">${verdict.outcome.toLowerCase()}</span> ${verdict.words}</p>` : nothing}
      <section aria-label="Findings">${findings.words.map((w) => html`<p>${w}</p>`)}</section>
      <p class="bar">${linkTo(this.app, `/experiment/${at}`, 'Spikes and voltages', 'button')}${linkTo(this.app, `/circuit/${at}`, 'See it in 3D', 'button')}
        ${Object.entries(FORMATS).map(([format, words]) => html`<button class="bare" @click=${() => this.export(format)}>${words}</button>`)}</p>
      ${pictures.length > 0 ? html`<div class="pictures">${pictures.map((p) => html`<figure><a href=${file(p)} target="_blank"><img loading="lazy" src=${file(p)} alt=${caption(p)}></a><figcaption>${caption(p)} <span class="quiet">${p}</span></figcaption></figure>`)}</div>` : nothing}
      ${sounds.map((s) => html`<figure><audio controls src=${file(s)}></audio><figcaption>${s}</figcaption></figure>`)}
      ${movies.map((m) => html`<figure><video controls src=${file(m)}></video><figcaption>${m}</figcaption></figure>`)}
      ${findings.measures.length > 0 ? this.measures(findings.measures) : nothing}
      ${this.datasets(findings.datasets)}
      <details><summary>The whole page</summary><div class="prose">${markdown(this.entry.page, (href) => (/^[a-z]+:|^\//.test(href) ? href : file(href)))}</div></details>
      <details><summary>${files.length} files</summary><ul>${files.map((f) => html`<li><a href="/api/notebook/${at}/download?name=${encodeURIComponent(f)}">${f}</a></li>`)}</ul></details>
    </div></article>`;
  }

  measures(measures) {
    return html`<details open><summary>${measures.length} numbers</summary><div class="scroll"><table><thead><tr><th>What</th><th>Of</th><th>Variant</th><th class="num">Value</th><th class="num">Spread</th><th class="num">n</th></tr></thead>
      <tbody>${measures.map((m) => html`<tr><td>${m.metric.replaceAll('_', ' ')}</td><td>${m.group}</td><td>${m.variant}${Object.entries(m.under).map(([k, v]) => html` <span class="small quiet">${k} ${v}</span>`)}</td>
        <td class="num">${m.value === null ? '–' : number(m.value)} <span class="unit">${unit(m.unit)}</span></td>
        <td class="num">${m.spread ? `${m.spread.kind} ${number(m.spread.value)} over ${m.spread.over}` : ''}</td><td class="num">${m.n}</td></tr>`)}</tbody></table></div></details>`;
  }

  datasets(datasets) {
    return html`<details><summary>${datasets.length} datasets: where it comes from</summary><div class="scroll"><table><thead><tr><th>What</th><th>Dataset</th><th class="num">Rows</th><th>Made from</th></tr></thead>
      <tbody>${datasets.map((d) => html`<tr><td>${d.label}</td><td><code title=${d.id}>${d.id.slice(0, 12)}</code></td>
        <td class="num">${number(Object.values(d.rows).reduce((a, b) => a + b, 0))}</td><td>${d.inputs.map((i) => html`<code>${i.slice(0, 8)}</code> `)}</td></tr>`)}</tbody></table></div></details>`;
  }

  async export(format) {
    const at = encodeURIComponent(this.entry.name);
    const { file } = await this.app.api(`/api/notebook/${at}/export?format=${format}`, { method: 'POST' });
    const link = document.createElement('a');
    link.href = `/api/notebook/${at}/download?name=${encodeURIComponent(file)}`;
    link.click();
    this.app.tell(`Written: ${file}`);
  }
}
customElements.define('bw-panel-entry', EntryPanel);

/** What a picture of an entry shows, by its name. @param {string} file */
function caption(file) {
  const known = [
    [/raster/, 'Each spike by time (ms) and depth, and the rate over time (Hz per cell).'],
    [/column/, 'The cells at the moment of most activity, coloured by membrane voltage (mV).'],
    [/psth/, 'Rate over time (Hz per cell).'], [/traces/, 'Somatic membrane voltage (mV) over time (ms).'], [/matrix/, 'Connections by class.'],
    [/depth/, 'Density by depth (per mm³).'], [/psd/, 'Power spectrum.'],
  ];
  const found = known.find(([pattern]) => /** @type {RegExp} */ (pattern).test(file));
  return found ? String(found[1]) : file;
}
