import { html } from 'lit';

const UNIT = /_(um|mm|mm2|mm3|ms|s|mV|nA|pA|uS|nS|mM|degC|Hz|per_mm3|um3|pct|MB|bytes|px|deg|nA_per_ms)$/;
const WRITTEN = { um: 'µm', mm2: 'mm²', mm3: 'mm³', um3: 'µm³', uS: 'µS', degC: '°C', per_mm3: 'per mm³', deg: '°', pct: '%' };

/** "width_um" as name "width" and unit "µm". */
export function named(name) {
  const found = UNIT.exec(name);
  const bare = (found ? name.slice(0, found.index) : name).replaceAll('_', ' ');
  return { name: bare, unit: found ? WRITTEN[found[1]] || found[1] : '' };
}

/** A unit as it is printed. */
export function unit(text) {
  return !text || text === '1' ? '' : text.replace(/\bum\b/g, 'µm').replace(/\buS\b/g, 'µS').replace(/\bMOhm\b/gi, 'MΩ').replace('degC', '°C').replace('mm3', 'mm³').replace('mm2', 'mm²');
}

/** A number as a scientist writes it: four digits that matter, thin groups. */
export function number(value) {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return String(value);
  }
  if (Number.isInteger(value)) {
    return Math.abs(value) < 10000 ? String(value) : value.toLocaleString('en').replaceAll(',', '\u202f');
  }
  const text = Number(value.toPrecision(4));
  return Math.abs(text) >= 10000 ? Math.round(text).toLocaleString('en').replaceAll(',', '\u202f') : String(text);
}

/** Parameters of a step, flat: "shape kind column", "shape width 150 µm". */
export function parameters(params, before = '', inherited = '') {
  return Object.entries(params).flatMap(([key, value]) => {
    const { name, unit: own } = named(key);
    const of = own || inherited;
    const label = before ? `${before} ${name}` : name;
    if (value && typeof value === 'object' && !Array.isArray(value)) {
      return parameters(value, label, of);
    }
    if (Array.isArray(value) && value.some((v) => v && typeof v === 'object')) {
      return value.flatMap((v, i) => (v && typeof v === 'object' ? parameters(v, `${label} ${i + 1}`, of) : [{ label, text: String(v), unit: of }]));
    }
    const text = Array.isArray(value) ? value.map((v) => (typeof v === 'number' ? number(v) : v)).join(', ') : typeof value === 'number' ? number(value) : String(value);
    return [{ label, text, unit: of }];
  });
}

/** A text in which the addresses of papers can be followed. */
export function source(text) {
  const parts = String(text).split(/(https?:\/\/[^\s,;)]+|\b10\.\d{4,9}\/[^\s,;)]+)/);
  return parts.map((part, i) => {
    if (i % 2 === 0) return part;
    const href = part.startsWith('http') ? part : 'https://doi.org/' + part;
    return html`<a href=${href} target="_blank" rel="noopener noreferrer">${part}</a>`;
  });
}

/** Seconds as people say them. */
export function duration(seconds) {
  if (seconds < 1) return 'below 1 s';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** Bytes as people say them. */
export function bytes(count) {
  const steps = ['B', 'kB', 'MB', 'GB', 'TB'];
  let i = 0;
  let value = count;
  while (value >= 1000 && i < steps.length - 1) {
    value /= 1000;
    i++;
  }
  return `${value < 10 && i > 0 ? value.toFixed(1) : Math.round(value)} ${steps[i]}`;
}
