import { html } from 'lit';
import { activity, address, isNothingYet } from 'bw/activity.js';
import { ink } from 'bw/canvas.js';
import { emptyView, Panel } from 'bw/panel.js';
import { timePlot } from 'bw/uplots.js';

/** Somatic voltage of chosen cells: those of the layout, those that are typed, and the one that is selected anywhere. */
class TracesPanel extends Panel {
  static properties = { found: { state: true }, traces: { state: true }, chosen: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.found = null;
    /** @type {any} */
    this.traces = null;
    /** @type {number[]} */
    this.chosen = [];
  }

  start() {
    this.chosen = this.panel.node_ids || [];
    const again = () => this.reload();
    addEventListener('bw-theme', again);
    this.ends.push(() => removeEventListener('bw-theme', again));
    this.ends.push(this.app.on('route', () => { this.chosen = this.panel.node_ids || []; this.reload(); }));
    this.ends.push(this.app.selection.subscribe((s, change) => change.changed.includes('node_id') && s.node_id >= 0 && this.add(s.node_id)));
    this.ends.push(() => this.end?.());
  }

  async load() {
    this.found = await activity(this);
    if (this.chosen.length === 0) {
      const fired = [...new Set(this.found.spike_node)];
      this.chosen = (fired.length > 0 ? fired : this.found.node_id).slice(0, 3);
    }
    this.traces = null;
    await this.updateComplete;
    this.traces = await this.ask(`/api/traces?${address(this)}&node_ids=${this.chosen.join(',')}`);
  }

  add(id) {
    if (!this.chosen.includes(id)) {
      this.chosen = [...this.chosen.slice(-7), id];
      this.reload();
    }
  }

  typed(event) {
    event.preventDefault();
    const text = String(new FormData(event.target).get('ids'));
    const ids = [...new Set(text.split(/[\s,;]+/).filter(Boolean).map(Number))];
    if (ids.length > 0 && ids.every((id) => Number.isInteger(id) && id >= 0)) {
      this.chosen = ids.slice(0, 24);
      this.reload();
    } else {
      this.app.show(new Error('Give ids of cells, such as 3, 17.'));
    }
  }

  render() {
    return isNothingYet(this.problem) ? emptyView('Nothing was simulated yet', 'Membrane voltages of the cells that you choose appear here.') : super.render();
  }

  view() {
    return html`<figure><div class="uplace" role="img" aria-label="Membrane voltage of cells ${this.chosen.join(', ')}"></div>
        <figcaption>Membrane potential at the soma (mV); simulation ${this.found ? this.found.dataset.slice(0, 12) : ''}.</figcaption></figure>
      <form class="bar" @submit=${(e) => this.typed(e)}><label for="trace-ids">Cells</label>
        <input id="trace-ids" name="ids" class="ids" .value=${this.chosen.join(', ')}><button>Show</button></form>
      <p class="small quiet">${this.chosen.map((id, i) => html`<span class="legend" data-line=${(i % 6) + 1}>${this.name(id)}</span> `)}</p>`;
  }

  name(id) {
    const i = this.found ? this.found.node_id.indexOf(id) : -1;
    return i < 0 ? `cell ${id}` : `${id} ${this.found.mtype[i]}`;
  }

  updated(changed) {
    const place = /** @type {HTMLElement | null} */ (this.querySelector('.uplace'));
    if (place && this.traces && changed.has('traces')) {
      this.end?.();
      place.replaceChildren();
      const lines = this.traces.node_id.map((id, i) => ({ label: this.name(id), stroke: ink(`--data-${(i % 6) + 1}`) }));
      this.end = timePlot(place, this.app, lines, [this.traces.time_ms, ...this.traces.values], 'voltage (mV)');
    }
  }
}
customElements.define('bw-panel-traces', TracesPanel);
