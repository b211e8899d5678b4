import { html } from 'lit';
import { isNothingYet, nothing } from 'bw/activity.js';
import { ink, layerInk, pen, redrawn } from 'bw/canvas.js';
import { emptyView, Panel } from 'bw/panel.js';
import { hex, viridis } from 'bw/view3d/colours.js';
import { number } from 'bw/words.js';

/** A plane of the atlas of the last circuit: layers, or depth below the pia. */
class SlicesPanel extends Panel {
  static properties = { slice: { state: true }, axis: { state: true }, field: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.slice = null;
    this.axis = 'z';
    this.at = -1;
    this.field = 'layer';
  }

  start() {
    this.ends.push(this.app.on('notebook', () => this.reload()));
  }

  async load() {
    const slice = await this.ask(`/api/atlas/slice?axis=${this.axis}&at=${this.at}`);
    if (!slice) {
      throw nothing('NOTHING_BUILT');
    }
    this.slice = slice;
    this.at = this.slice.at;
  }

  render() {
    return isNothingYet(this.problem) ? emptyView('No tissue yet', 'Once a plan has voxelised a region, its layers and depth field can be cut here along any axis.') : super.render();
  }

  cut(axis, at) {
    this.axis = axis;
    this.at = at;
    this.reload();
  }

  view() {
    const s = this.slice;
    if (!s) {
      return html`<p class="loading">Loading…</p>`;
    }
    return html`<div class="stack"><div class="bar"><span role="group" aria-label="Axis">${['x', 'y', 'z'].map((a) => html`<button class="chip" aria-pressed=${this.axis === a} @click=${() => this.cut(a, -1)}>${a}</button> `)}</span>
        <span role="group" aria-label="Field">${[['layer', 'Layers'], ['depth', 'Depth']].map(([f, w]) => html`<button class="chip" aria-pressed=${this.field === f} @click=${() => (this.field = f)}>${w}</button> `)}</span></div>
      <div class="plot slice"><canvas role="img" aria-label="Slice ${s.at + 1} of ${s.count} along ${s.axis}"></canvas></div>
      <label>Slice ${s.at + 1} of ${s.count} along ${s.axis}<input type="range" min="0" max=${s.count - 1} .value=${String(s.at)} @change=${(e) => this.cut(this.axis, Number(e.target.value))}></label>
      <p class="small quiet">${s.names[0]} to the right, ${s.names[1]} up; voxels of ${number(s.voxel_um)} µm.
        ${this.field === 'layer'
          ? html`${[1, 2, 3, 4, 5, 6].filter((l) => s.layer.includes(l)).map((l) => html`<span class="legend" data-layer=${l}>L${l}</span>`)}`
          : html`<span class="depth-ramp"><span>0</span><i aria-hidden="true"></i><span>${number(Math.round(this.most()))} µm below the pia</span></span>`}</p></div>`;
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas'));
    if (canvas && canvas !== this.drawnOn) {
      this.drawnOn = canvas;
      this.ends.push(redrawn(canvas, () => this.draw()));
    }
    this.draw();
  }

  /** The deepest place of the slice, um. */
  most() {
    return this.slice.depth_um.reduce((a, b) => Math.max(a, b), 1);
  }

  draw() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas'));
    const it = canvas && this.slice && pen(canvas);
    if (!it) {
      return;
    }
    const { context, wide, high } = it;
    const s = this.slice;
    const scale = Math.min(wide / s.width, high / s.height);
    const [left, base] = [(wide - scale * s.width) / 2, (high + scale * s.height) / 2];
    const most = this.most();
    context.fillStyle = ink('--sunken');
    context.fillRect(left, base - scale * s.height, scale * s.width, scale * s.height);
    const colours = Array.from({ length: 8 }, (_, l) => layerInk(l));
    for (let v = 0; v < s.height; v++) {
      for (let u = 0; u < s.width; u++) {
        const i = v * s.width + u;
        if (s.layer[i] > 0) {
          context.fillStyle = this.field === 'layer' ? colours[s.layer[i]] : hex(viridis(1 - s.depth_um[i] / most));
          context.fillRect(left + scale * u, base - scale * (v + 1), scale + 0.6, scale + 0.6);
        }
      }
    }
    this.scalebar(context, wide, high, scale / s.voxel_um);
  }

  /** The longest round length that fills at most a quarter of the picture. */
  scalebar(context, wide, high, pxPerUm) {
    const um = [5000, 2000, 1000, 500, 200, 100, 50].find((l) => l * pxPerUm <= wide / 4) || 20;
    context.fillStyle = ink('--ink-2');
    context.fillRect(6, high - 8, um * pxPerUm, 3);
    context.font = `11px ${ink('--font')}`;
    context.textAlign = 'left';
    context.fillText(um >= 1000 ? `${um / 1000} mm` : `${um} µm`, 6, high - 14);
  }
}
customElements.define('bw-panel-slices', SlicesPanel);
