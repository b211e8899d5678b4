/** Two octaves and a half of a pentatonic scale, in semitones above the lowest note; no two of its notes clash. */
const SCALE = [0, 2, 4, 7, 9, 12, 14, 16, 19, 21, 24, 26, 28, 31, 33, 36];
const LOWEST_HZ = 130.81;
const AHEAD_S = 0.15;
const LONGEST_S = 0.35;

/**
 * Spikes as sound: place across the picture is place between the ears, depth is pitch (superficial is high), an excitatory cell is
 * plucked, an inhibitory one rings. A spike sounds at the time of the spike times the slow-down, by the clock of the sound card.
 */
export class Sound {
  /**
   * @param {import('../app.js').App} app
   * @param {import('./data.js').Circuit} circuit
   */
  constructor(app, circuit) {
    this.app = app;
    this.circuit = circuit;
    this.context = new AudioContext();
    this.out = this.context.createDynamicsCompressor();
    this.out.connect(this.context.destination);
    this.next = 0;
    this.anchor = null;
    /** Onsets that were handed to the sound card: [spike in ms, seconds of its clock]. @type {[number, number][]} */
    this.onsets = [];
    this.timer = setInterval(() => this.schedule(), 40);
    this.end = app.time.subscribe((_, change) => {
      if (change.by !== 'ticker') {
        this.anchor = null;
      }
    });
    const classes = circuit.column('synapse_class');
    this.inhibitory = (cell) => classes && classes.values[cell] === 'INH';
    this.x = extent(circuit.cells.x);
    this.y = extent(circuit.cells.y);
  }

  /** Hands the spikes of the next moment to the sound card. */
  schedule() {
    const { playing, t_ms, slowdown } = this.app.time;
    if (!playing) {
      this.anchor = null;
      return;
    }
    const now = this.context.currentTime;
    if (!this.anchor || t_ms < this.anchor.last) {
      this.anchor = { t_ms, at: now + 0.02, last: t_ms };
      this.next = firstAfter(this.circuit.spikes.t_ms, t_ms);
    }
    this.anchor.last = t_ms;
    const spikes = this.circuit.spikes;
    while (this.next < spikes.t_ms.length) {
      const at = this.anchor.at + ((spikes.t_ms[this.next] - this.anchor.t_ms) * slowdown) / 1000;
      if (at > now + AHEAD_S) {
        break;
      }
      if (at >= now) {
        this.strike(spikes.cell[this.next], at);
        this.onsets.push([spikes.t_ms[this.next], at]);
      }
      this.next++;
    }
    this.onsets = this.onsets.slice(-500);
  }

  strike(cell, at) {
    const high = (this.circuit.cells.y[cell] - this.y[0]) / (this.y[1] - this.y[0] || 1);
    const hz = LOWEST_HZ * Math.pow(2, SCALE[Math.round(high * (SCALE.length - 1))] / 12);
    const pan = this.context.createStereoPanner();
    pan.pan.value = Math.min(1, Math.max(-1, (2 * (this.circuit.cells.x[cell] - this.x[0])) / (this.x[1] - this.x[0] || 1) - 1));
    pan.connect(this.out);
    const ringing = this.inhibitory(cell);
    [[1, 0.22], [ringing ? 2.76 : 2, ringing ? 0.12 : 0.06]].forEach(([times, loud]) => {
      const tone = this.context.createOscillator();
      tone.type = ringing ? 'sine' : 'triangle';
      tone.frequency.value = hz * times;
      const gain = this.context.createGain();
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(loud, at + 0.002);
      gain.gain.exponentialRampToValueAtTime(0.0005, at + (ringing ? LONGEST_S : 0.6 * LONGEST_S));
      tone.connect(gain).connect(pan);
      tone.start(at);
      tone.stop(at + LONGEST_S + 0.05);
    });
  }

  close() {
    clearInterval(this.timer);
    this.end();
    this.context.close();
  }
}

function extent(values) {
  return [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
}

/** Place of the first value after a time, in rising values. */
export function firstAfter(values, t) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    values[middle] <= t ? (low = middle + 1) : (high = middle);
  }
  return low;
}
