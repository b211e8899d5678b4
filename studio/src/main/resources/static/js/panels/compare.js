import { html, nothing } from 'lit';
import { emptyView, Panel } from 'bw/panel.js';
import { number, unit } from 'bw/words.js';

const RESULTS = { IDENTICAL: 'the same', UNCHECKED: 'the same id', OTHER_ROWS: 'other rows', OTHER_ID: 'different', MISSING: 'only in A', NEW: 'only in B' };

/** Two entries side by side: plans, datasets, numbers, verdicts. */
class ComparePanel extends Panel {
  static properties = { entries: { state: true }, found: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.entries = [];
    /** @type {any} */
    this.found = null;
  }

  async load() {
    this.entries = await this.ask('/api/notebook');
    const { query } = this.app.route;
    if (query.get('a') && query.get('b')) {
      await this.compare(query.get('a'), query.get('b'));
    }
  }

  async compare(a, b) {
    this.found = await this.ask(`/api/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`);
    this.app.remember({ a, b });
  }

  async submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    try {
      await this.compare(form.get('a'), form.get('b'));
    } catch (failure) {
      this.app.show(failure);
    }
  }

  view() {
    if (this.entries.length < 2) {
      return emptyView('There is nothing to compare yet', 'Two entries are needed: run a plan, change something, run it again.');
    }
    const choice = (name, nth) => html`<div class="field"><label for="compare-${name}">${name.toUpperCase()}</label><select id="compare-${name}" name=${name}>
      ${this.entries.map((e, i) => html`<option value=${e.name} ?selected=${i === nth}>${e.date} ${e.request.slice(0, 70)}</option>`)}</select></div>`;
    return html`<form class="stack" @submit=${(e) => this.submit(e)}><div class="fields">${choice('a', 1)}${choice('b', 0)}</div><button class="primary">Compare</button></form>
      ${this.found ? this.result(this.found) : nothing}`;
  }

  result(c) {
    const value = (m) => (m === null ? 'not measured' : m.value === null ? 'none' : html`${number(m.value)} <span class="unit">${unit(m.unit)}</span>`);
    return html`<div class="stack compared"><h3>Plan, from A to B</h3>${c.planWords.length === 0 ? html`<p class="quiet">The same.</p>` : html`<ul>${c.planWords.map((w) => html`<li>${w}</li>`)}</ul>`}
      <h3>Datasets</h3><table><tbody>${c.datasets.map((d) => html`<tr><td>${d.label}</td><td>${RESULTS[d.result] || d.result}</td><td class="quiet">${d.why}</td></tr>`)}</tbody></table>
      <h3>Numbers</h3>${c.measures.length === 0 ? html`<p class="quiet">None was measured.</p>` : html`<div class="scroll"><table><thead><tr><th>What</th><th>Of</th><th class="num">A</th><th class="num">B</th><th class="num">B − A</th></tr></thead>
        <tbody>${c.measures.map((m) => html`<tr><td>${m.metric.replaceAll('_', ' ')}</td><td>${m.group} ${m.variant} ${m.under}</td><td class="num">${value(m.a)}</td><td class="num">${value(m.b)}</td><td class="num">${m.difference === null ? '' : number(m.difference)}</td></tr>`)}</tbody></table></div>`}
      <h3>Verdict</h3><p>A: ${c.verdictA ? c.verdictA.words : 'none'}</p><p>B: ${c.verdictB ? c.verdictB.words : 'none'}</p></div>`;
  }
}
customElements.define('bw-panel-compare', ComparePanel);
