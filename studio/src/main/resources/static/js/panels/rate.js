import { html } from 'lit';
import { activity, isNothingYet } from 'bw/activity.js';
import { ink } from 'bw/canvas.js';
import { emptyView, Panel } from 'bw/panel.js';
import { timePlot } from 'bw/uplots.js';

/** Spikes per cell and second over time, excitatory and inhibitory cells apart. */
class RatePanel extends Panel {
  static properties = { found: { state: true }, bin_ms: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.found = null;
    this.bin_ms = 0;
  }

  start() {
    const again = () => this.reload();
    addEventListener('bw-theme', again);
    this.ends.push(() => removeEventListener('bw-theme', again));
    this.ends.push(this.app.on('route', again));
    this.ends.push(() => this.end?.());
  }

  async load() {
    this.found = null;
    await this.updateComplete;
    this.found = await activity(this);
  }

  render() {
    return isNothingYet(this.problem) ? emptyView('Nothing was simulated yet', 'The rate of excitatory and inhibitory cells appears here.') : super.render();
  }

  view() {
    return html`<div class="stack"><figure><div class="uplace" role="img" aria-label="Population rate over time"></div>
      <figcaption>Spikes per cell and second (Hz) in bins of ${this.bin_ms} ms; simulation ${this.found ? this.found.dataset.slice(0, 12) : ''}: <span class="legend e">excitatory</span> <span class="legend i">inhibitory</span></figcaption></figure></div>`;
  }

  updated(changed) {
    const place = /** @type {HTMLElement | null} */ (this.querySelector('.uplace'));
    if (place && this.found && changed.has('found')) {
      this.end?.();
      place.replaceChildren();
      const { data, bin_ms } = rates(this.found);
      this.bin_ms = bin_ms;
      this.end = timePlot(place, this.app, [{ label: 'excitatory', stroke: ink('--data-2'), bars: true }, { label: 'inhibitory', stroke: ink('--data-1'), bars: true }], data, 'rate (Hz)');
    }
  }
}
customElements.define('bw-panel-rate', RatePanel);

/** chosen: about 60 bins, of 1, 2, 5, 10, ... ms. */
function rates(found) {
  const rough = found.duration_ms / 60;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 0.1)));
  const bin_ms = power * [1, 2, 5, 10].find((m) => m * power >= rough);
  const bins = Math.max(1, Math.ceil(found.duration_ms / bin_ms));
  const classOf = new Map(found.node_id.map((id, i) => [id, found.synapse_class[i] === 'INH' ? 1 : 0]));
  const cells = [0, 0];
  for (const c of classOf.values()) cells[c]++;
  const counts = [new Array(bins).fill(0), new Array(bins).fill(0)];
  found.spike_ms.forEach((t, i) => counts[classOf.get(found.spike_node[i]) || 0][Math.min(bins - 1, Math.floor(t / bin_ms))]++);
  const toHz = (c) => counts[c].map((n) => (cells[c] === 0 ? null : (n / cells[c]) * (1000 / bin_ms)));
  const at = Array.from({ length: bins }, (_, i) => i * bin_ms);
  return { data: [at, toHz(0), toHz(1)], bin_ms };
}
