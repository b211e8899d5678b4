import { html, nothing } from 'lit';
import { activity, address, isNothingYet } from 'bw/activity.js';
import { ink, pen, redrawn, ticks } from 'bw/canvas.js';
import { emptyView, linkTo, Panel } from 'bw/panel.js';
import { number } from 'bw/words.js';

const MARGIN = { left: 56, right: 34, top: 10, bottom: 34 };
const WORDS = 'record the LFP too';
/** chosen: the colours end where all but one in a hundred values lie, so that one spike near a contact does not fade the rest. */
const SHARE = 0.99;

/** The extracellular potential along a probe: time across, depth down, one line for each contact. A click moves the time of all panels. */
class LfpPanel extends Panel {
  static properties = { found: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.found = null;
    /** @type {[number, number, number][]} */
    this.layers = [];
  }

  start() {
    this.ends.push(this.app.time.subscribe(() => this.cursor()));
    this.ends.push(this.app.on('route', () => this.reload()));
  }

  async load() {
    const cells = await activity(this);
    const found = await this.ask(`/api/lfp?${address(this)}`);
    this.layers = [1, 2, 3, 4, 5, 6].filter((l) => cells.layer.includes(l)).map((l) => {
      const depths = cells.depth_um.filter((_, i) => cells.layer[i] === l);
      return [l, Math.min(...depths), Math.max(...depths)];
    });
    const sizes = found.values_mV.flat().map(Math.abs).sort((a, b) => a - b);
    this.most_uV = 1000 * (sizes[Math.floor((sizes.length - 1) * SHARE)] || 0);
    this.image = null;
    this.found = found;
  }

  render() {
    return isNothingYet(this.problem) ? emptyView('Nothing was simulated yet', 'What electrodes outside the cells see appears here, depth by depth.') : super.render();
  }

  view() {
    if (!this.found) {
      return html`<p class="loading">Loading…</p>`;
    }
    const { depth_um, time_ms, how } = this.found;
    if (depth_um.length === 0) {
      return emptyView('This run recorded no field potential', how,
        linkTo(this.app, `/plan?words=${encodeURIComponent(WORDS)}`, 'Ask to record it', 'button'));
    }
    const most = number(Number(this.most_uV.toPrecision(2)));
    return html`<figure><div class="plot lfp" @click=${(e) => this.click(e)}>
        <canvas class="field" role="img" aria-label="Extracellular potential at ${depth_um.length} contacts from ${number(depth_um[0])} to ${number(depth_um.at(-1))} µm below the pia over ${number(time_ms.at(-1))} ms, within ±${most} µV"></canvas>
        <canvas class="over" aria-hidden="true"></canvas></div>
      <figcaption><span class="lfp-ramp"><span>−${most}</span><i aria-hidden="true"></i><span>+${most} µV</span></span>
        Potential at ${depth_um.length} contacts${depth_um.length > 1 ? html`, ${number(depth_um[1] - depth_um[0])} µm apart` : nothing}, against a far ground:
        all membrane currents as line sources in 0.3 S/m (<a href="https://doi.org/10.1023/A:1008832702585" target="_blank" rel="noopener noreferrer">Holt &amp; Koch 1999</a>).</figcaption></figure>`;
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas.field'));
    if (canvas && canvas !== this.drawnOn) {
      this.drawnOn = canvas;
      this.ends.push(redrawn(canvas, () => { this.image = null; this.draw(); }));
    }
    this.draw();
  }

  end_ms() {
    return this.found.time_ms.at(-1) || 1;
  }

  across(wide) {
    return (t) => MARGIN.left + ((wide - MARGIN.left - MARGIN.right) * t) / this.end_ms();
  }

  /** Places below the top by contact, whole or between two. */
  down(high) {
    return (contact) => MARGIN.top + ((high - MARGIN.top - MARGIN.bottom) * (contact + 0.5)) / this.found.depth_um.length;
  }

  draw() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas.field'));
    const it = canvas && this.found && this.found.depth_um.length > 0 && pen(canvas);
    if (!it) {
      return;
    }
    const { context, wide, high } = it;
    const [x, y] = [this.across(wide), this.down(high)];
    this.image = this.image || heat(this.found.values_mV, this.most_uV / 1000);
    context.imageSmoothingEnabled = true;
    context.globalAlpha = 0.75;
    context.drawImage(this.image, x(0), MARGIN.top, x(this.end_ms()) - x(0), high - MARGIN.top - MARGIN.bottom);
    context.globalAlpha = 1;
    this.axes(context, x, y, wide, high);
    this.lines(context, x, y);
    /** @type {any} */ (window).bw.stats.lfp_contacts = this.found.depth_um.length;
    this.cursor();
  }

  axes(context, x, y, wide, high) {
    const { depth_um } = this.found;
    const base = high - MARGIN.bottom;
    context.font = `11px ${ink('--font')}`;
    context.fillStyle = ink('--plot-axis');
    context.textAlign = 'center';
    for (const t of ticks(0, this.end_ms(), wide / 90)) {
      context.fillText(String(t), x(t), base + 14);
      context.fillRect(x(t), base, 1, 3);
    }
    context.fillText('time (ms)', (x(0) + x(this.end_ms())) / 2, base + 29);
    context.textAlign = 'right';
    const every = Math.ceil(depth_um.length / Math.max(1, (base - MARGIN.top) / 22));
    depth_um.forEach((d, e) => e % every === 0 && context.fillText(String(Math.round(d)), MARGIN.left - 6, y(e) + 4));
    context.save();
    context.translate(11, (MARGIN.top + base) / 2);
    context.rotate(-Math.PI / 2);
    context.textAlign = 'center';
    context.fillText('depth below the pia (µm)', 0, 0);
    context.restore();
    context.textAlign = 'left';
    const step = depth_um.length > 1 ? depth_um[1] - depth_um[0] : 1;
    for (const [layer, top, bottom] of this.layers) {
      const [from, to] = [y((top - depth_um[0]) / step), Math.min(base, y((bottom - depth_um[0]) / step))];
      context.fillRect(wide - MARGIN.right + 5, from, 2, Math.max(2, to - from));
      context.fillText(`L${layer}`, wide - MARGIN.right + 11, (from + to) / 2 + 4);
    }
  }

  /** Each contact's potential over its own place; the space between two contacts is the range of the colours. */
  lines(context, x, y) {
    const { values_mV, time_ms } = this.found;
    const scale = (y(1) - y(0)) / (this.most_uV / 1000 || 1);
    context.strokeStyle = ink('--ink');
    context.lineWidth = 1;
    context.lineJoin = 'round';
    values_mV.forEach((values, e) => {
      context.beginPath();
      values.forEach((v, i) => context.lineTo(x(time_ms[i]), y(e) - Math.max(-2, Math.min(2, v * (scale / (y(1) - y(0))))) * (y(1) - y(0))));
      context.stroke();
    });
  }

  cursor() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('.lfp canvas.over'));
    const it = canvas && this.found && pen(canvas);
    if (it) {
      it.context.fillStyle = ink('--accent');
      it.context.fillRect(this.across(it.wide)(this.app.time.t_ms) - 0.75, MARGIN.top, 1.5, it.high - MARGIN.top - MARGIN.bottom);
    }
  }

  click(event) {
    const box = this.querySelector('canvas.field').getBoundingClientRect();
    const t = ((event.clientX - box.left - MARGIN.left) / (box.width - MARGIN.left - MARGIN.right)) * this.end_ms();
    this.app.time.set({ t_ms: Math.min(this.end_ms(), Math.max(0, t)), playing: false }, this);
  }
}
customElements.define('bw-panel-lfp', LfpPanel);

/** One pixel per contact and frame: blue below zero, orange above, the stronger the denser. */
function heat(values_mV, most_mV) {
  const [below, above] = [rgb(ink('--data-1')), rgb(ink('--data-2'))];
  const canvas = document.createElement('canvas');
  canvas.width = values_mV[0].length;
  canvas.height = values_mV.length;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = context.createImageData(canvas.width, canvas.height);
  values_mV.forEach((values, e) => values.forEach((v, i) => {
    const at = 4 * (e * canvas.width + i);
    image.data.set(v < 0 ? below : above, at);
    image.data[at + 3] = Math.round(255 * Math.min(1, Math.abs(v) / (most_mV || 1)));
  }));
  context.putImageData(image, 0, 0);
  return canvas;
}

function rgb(hex) {
  return [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16));
}
