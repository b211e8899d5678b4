import { html, nothing } from 'lit';
import { Panel } from 'bw/panel.js';
import { firstAfter } from 'bw/view3d/sound.js';
import { sheet } from 'bw/view3d/sheet.js';
import { speedText, tick, timeKey, timeText } from 'bw/view3d/ticker.js';
import { chosenRun } from 'bw/view3d/runs.js';

sheet();

/** The time that all panels share: play, pause, scrub, speed; the spikes of the run as marks on the bar. */
class TimePanel extends Panel {
  start() {
    tick(this.app);
    this.spikes = [];
    this.run = '';
    /** A run that goes on. */
    this.growing = '';
    this.ends.push(this.app.on('live', (grown) => this.grown(grown)));
    const linked = () => this.reload();
    addEventListener('hashchange', linked);
    this.ends.push(() => removeEventListener('hashchange', linked));
    this.ends.push(this.app.time.subscribe((_, change) => this.told(change)));
    this.sizes = new ResizeObserver(() => this.mark());
    this.ends.push(() => this.sizes.disconnect());
    const dressed = () => this.mark();
    addEventListener('bw-theme', dressed);
    this.ends.push(() => removeEventListener('bw-theme', dressed));
  }

  async load() {
    const run = await chosenRun(this);
    const going = (await this.ask('/api/view')).find((d) => d.growing);
    this.growing = going ? going.id : '';
    if (!run) {
      return;
    }
    this.run = run;
    const [index, spikes] = await Promise.all([this.ask(`/api/view/${run}/index.json`), this.ask(`/api/view/${run}/spikes.json`)]);
    this.spikes = spikes.t_ms;
    if (index.voltage && this.app.time.t1_ms === this.app.time.t0_ms) {
      const { t0_ms, frames, dt_ms } = index.voltage;
      this.app.time.set({ t0_ms, t1_ms: t0_ms + Math.max(0, frames - 1) * dt_ms, t_ms: t0_ms }, 'live');
    }
    this.mark();
  }

  /** A run that goes on has come further, or ended. */
  grown({ id, growing }) {
    const before = this.growing;
    this.growing = growing ? id : this.growing === id ? '' : this.growing;
    if (!growing && id === this.run) {
      this.app.time.set({ live: false });
    }
    if (before !== this.growing) {
      this.requestUpdate();
    }
    if (id === this.run && !this.reading) {
      this.reading = this.ask(`/api/view/${id}/spikes.json`)
        .then((spikes) => (this.spikes = spikes.t_ms), () => {})
        .finally(() => { this.reading = null; this.mark(); });
    }
  }

  /** Watches the newest moment of the run that goes on. */
  live() {
    if (this.app.time.live) {
      this.app.time.set({ live: false });
    } else if (this.growing === this.run) {
      this.app.time.set({ live: true, playing: false });
    } else if (this.app.route.page === 'circuit' && !this.app.route.own) {
      location.hash = `run=${this.growing}&live=1`;
    } else {
      this.app.go(`/circuit#run=${this.growing}&live=1`);
    }
  }

  told(change) {
    if (change.by === 'ticker' && !change.changed.includes('t1_ms')) {
      this.mark();
      const range = /** @type {HTMLInputElement | null} */ (this.querySelector('.track input'));
      if (range) {
        range.value = String(this.app.time.t_ms);
      }
    } else {
      this.requestUpdate();
    }
  }

  updated() {
    const track = this.querySelector('.track');
    if (track) {
      this.sizes.observe(track);
    }
    this.mark();
  }

  view() {
    const { t_ms, t0_ms, t1_ms, playing, live, slowdown } = this.app.time;
    return html`<div class="timebar ${this.growing ? 'growing' : ''}" @keydown=${(e) => this.key(e)}>
      <button class="play" aria-label=${playing ? 'Pause' : 'Play'} aria-pressed=${playing}
        @click=${() => this.app.time.set({ playing: !playing })}>${playing ? '❚❚' : '▶'}</button>
      <div class="track"><canvas></canvas>
        <input type="range" aria-label="Time in the run" min=${t0_ms} max=${t1_ms} step="0.01" .value=${String(t_ms)}
          aria-valuetext=${timeText(t_ms)} @input=${(e) => this.app.time.set({ t_ms: Number(e.target.value) })}>
      </div>
      ${this.growing ? html`<button class="live" aria-pressed=${live} title="Watch the run that goes on" @click=${() => this.live()}><span aria-hidden="true"></span>Live</button>` : nothing}
      <label class="speed"><b>${speedText(slowdown)}</b>
        <input type="range" aria-label="Speed" min="0" max="4" step="0.25" .value=${String(4 - Math.log10(slowdown))}
          aria-valuetext=${speedText(slowdown)} @input=${(e) => this.app.time.set({ slowdown: Math.pow(10, 4 - Number(e.target.value)) })}>
      </label>
    </div>`;
  }

  key(event) {
    if (event.target.tagName !== 'INPUT' && event.key !== ' ' && timeKey(this.app, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Draws ticks, spikes and the time on the bar. */
  mark() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('.track canvas'));
    if (!canvas || canvas.clientWidth === 0) {
      return;
    }
    const ratio = devicePixelRatio || 1;
    const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
    if (canvas.width !== Math.round(wide * ratio)) {
      canvas.width = Math.round(wide * ratio);
      canvas.height = Math.round(high * ratio);
    }
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const style = getComputedStyle(this);
    const ink = (name) => style.getPropertyValue(name).trim();
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, wide, high);
    const { t_ms, t0_ms, t1_ms } = this.app.time;
    const place = (t) => 8 + ((wide - 16) * (t - t0_ms)) / (t1_ms - t0_ms || 1);
    pen.fillStyle = ink('--sunken');
    pen.fillRect(8, 4, wide - 16, 22);
    this.rate(pen, place, wide, ink);
    pen.font = `11px ${ink('--font') || 'sans-serif'}`;
    pen.textAlign = 'center';
    pen.fillStyle = ink('--ink-3');
    const step = niceStep((t1_ms - t0_ms) / Math.max(2, wide / 90));
    for (let t = Math.ceil(t0_ms / step) * step; t <= t1_ms + 1e-9 && step > 0; t += step) {
      pen.fillRect(place(t), 26, 1, 4);
      if (place(t) < wide - 28) {
        pen.fillText(`${Number(t.toFixed(3))}`, place(t), 41);
      }
    }
    pen.textAlign = 'right';
    pen.fillText(`${Number(t1_ms.toFixed(3))} ms`, wide - 1, 41);
    pen.fillStyle = ink('--accent');
    pen.fillRect(place(t_ms) - 1, 1, 2, 29);
    pen.beginPath();
    pen.arc(place(t_ms), 4, 4.5, 0, 7);
    pen.fill();
  }

  rate(pen, place, wide, ink) {
    const { t0_ms, t1_ms } = this.app.time;
    const bins = Math.max(1, Math.floor(wide / 4));
    const counts = Array.from({ length: bins }, (_, i) => {
      const at = (k) => t0_ms + ((t1_ms - t0_ms) * k) / bins;
      return firstAfter(this.spikes, at(i + 1)) - firstAfter(this.spikes, at(i));
    });
    const most = Math.max(1, ...counts);
    pen.fillStyle = ink('--data-2');
    counts.forEach((n, i) => {
      if (n > 0) {
        const high = 4 + (18 * n) / most;
        const left = place(t0_ms + ((t1_ms - t0_ms) * i) / bins);
        pen.fillRect(left, 26 - high, Math.max(2, (wide - 16) / bins - 1), high);
      }
    });
  }
}
customElements.define('bw-panel-time', TimePanel);

function niceStep(wish) {
  if (!(wish > 0)) {
    return 0;
  }
  const power = Math.pow(10, Math.floor(Math.log10(wish)));
  return power * [1, 2, 5, 10].find((m) => m * power >= wish);
}
