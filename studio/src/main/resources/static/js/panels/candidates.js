import { html, nothing } from 'lit';
import { emptyView, Panel } from 'bw/panel.js';
import { number, unit } from 'bw/words.js';

/** Values that were found in documents. Only the scientist brings one into the recipe, or says that it is not wanted. */
class CandidatesPanel extends Panel {
  static properties = { candidates: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.candidates = null;
    this.busy = false;
  }

  start() {
    this.ends.push(this.app.on('library', () => this.reload()));
  }

  async load() {
    this.candidates = (await this.ask('/api/library/candidates')).candidates;
  }

  async act(path, json, told) {
    this.busy = true;
    try {
      await this.app.api(path, { method: 'POST', json });
      this.app.tell(told);
      await this.reload();
    } catch {
      // the note tells
    } finally {
      this.busy = false;
    }
  }

  view() {
    if (!this.candidates) {
      return html`<p class="loading">Loading…</p>`;
    }
    const look = html`<button ?disabled=${this.busy} @click=${() => this.act('/api/library/extract', undefined, 'All documents were read.')}>Look for values in all documents</button>`;
    return this.candidates.length === 0
      ? emptyView('No values found yet', 'Import papers, then let them be read. Each value comes with the sentence that it stands in; none counts before you promote it.', look)
      : html`<div class="bar">${look}</div><div class="scroll"><ul class="plain">${this.candidates.map((c) => this.line(c))}</ul></div>`;
  }

  line(c) {
    const at = `/api/library/candidates/${encodeURIComponent(c.id)}`;
    const where = [c.species, c.age, c.region, c.layer && `layer ${c.layer}`, c.cell_type, c.pre && `${c.pre} → ${c.post}`].filter(Boolean).join(', ');
    return html`<li class="hit"><p><strong>${c.parameter.replaceAll('_', ' ')} ${c.value === undefined || c.value === null ? '' : number(c.value)} <span class="unit">${unit(c.unit)}</span></strong>
        ${c.spread_kind ? html`<span class="quiet">± ${number(c.spread)} (${c.spread_kind})</span>` : nothing} ${c.n ? html`<span class="quiet">n = ${c.n}</span>` : nothing}
        ${c.status ? html`<span class="tag ${c.status === 'promoted' ? 'good' : c.status === 'rejected' ? 'bad' : ''}">${c.status}</span>` : nothing}</p>
      <blockquote class="small">${c.quote ? c.quote.text : ''}</blockquote><p class="small quiet">${where} · ${c.source}</p>
      ${c.notes.map((n) => html`<p class="small quiet">${n}</p>`)}
      <div class="bar"><form class="bar" @submit=${(e) => { e.preventDefault(); this.act(at + '/promote', { path: new FormData(e.target).get('path') }, 'It is in your recipe.'); }}>
          <label class="for-reader" for="path-${c.id}">Path in the recipe</label><input id="path-${c.id}" name="path" class="ids" placeholder="path in the recipe" .value=${c.path || ''} required>
          <button ?disabled=${this.busy}>Promote</button></form>
        <form class="bar" @submit=${(e) => { e.preventDefault(); this.act(at + '/reject', { reason: new FormData(e.target).get('reason') }, 'It is rejected.'); }}>
          <label class="for-reader" for="why-${c.id}">Why not</label><input id="why-${c.id}" name="reason" class="ids" placeholder="why not" required><button ?disabled=${this.busy}>Reject</button></form></div></li>`;
  }
}
customElements.define('bw-panel-candidates', CandidatesPanel);
