/** Colours of the viewer, as sRGB numbers; the server's renderer uses the same for neurites, layers and voltages. */
export const DARK = {
  dark: true,
  top: 0x101730,
  bottom: 0x070a16,
  fog: 0x0c1226,
  soma: 0xb9c4e6,
  axon: 0x567f8e,
  basal: 0x4f9da6,
  apical: 0x8a93d8,
  fire: [0x3a3d7a, 0xa13f5e, 0xf07d22, 0xffd05c, 0xfffbec],
};

export const LIGHT = {
  dark: false,
  top: 0xf7f8f6,
  bottom: 0xe9ecea,
  fog: 0xf0f2f0,
  soma: 0x2c3654,
  axon: 0x8fb0ba,
  basal: 0x1f6f7a,
  apical: 0x4a54a6,
  fire: [0x4a4d9a, 0x96196a, 0xd8301c, 0xf06000, 0xff9a00],
};

/** Okabe and Ito's colours first, then hues between them. */
const WORDS = [0x56b4e9, 0xe69f00, 0x009e73, 0xcc79a7, 0xf0e442, 0x0072b2, 0xd55e00, 0x8fd6c4, 0xb9a2ff, 0xffa9a0, 0xa6c84c, 0x9aa6b8];
const LAYERS = [0x8a8f9c, 0xcc79a7, 0x56b4e9, 0x009e73, 0xf0e442, 0xe69f00, 0xd55e00];

/**
 * A colour per cell for a column, and its legend.
 * @param {import('./data.js').CellColumn} column
 * @returns {{colours: number[], legend: {words: string, colour: number, count: number}[], range?: [number, number]}}
 */
export function byColumn(column) {
  const { values, name } = column;
  const distinct = [...new Set(values)];
  const numbers = values.every((v) => typeof v === 'number');
  if (numbers && name !== 'layer' && (distinct.length > 12 || !Number.isInteger(distinct[0]))) {
    return byNumber(values);
  }
  const counts = new Map();
  values.forEach((v) => counts.set(v, (counts.get(v) || 0) + 1));
  const order = numbers ? distinct.sort((a, b) => a - b) : distinct.sort((a, b) => String(a).localeCompare(String(b)));
  const colour = new Map(order.map((v, i) => [v, name === 'layer' ? LAYERS[v] || LAYERS[0] : WORDS[i % WORDS.length]]));
  return {
    colours: values.map((v) => colour.get(v)),
    legend: order.map((v) => ({ words: name === 'layer' ? `L${v}` : String(v) || '(none)', colour: colour.get(v), count: counts.get(v) })),
  };
}

function byNumber(values) {
  let least = Infinity;
  let most = -Infinity;
  for (const v of values) {
    least = Math.min(least, v);
    most = Math.max(most, v);
  }
  return { colours: values.map((v) => viridis((v - least) / (most - least || 1))), legend: [], range: [least, most] };
}

export const VIRIDIS = [0x440154, 0x414487, 0x2a788e, 0x22a884, 0x7ad151, 0xfde725];

/** A colour for 0..1 that rises evenly in lightness. @param {number} share */
export function viridis(share) {
  const at = Math.min(Math.max(share, 0), 1) * (VIRIDIS.length - 1);
  const low = Math.min(Math.floor(at), VIRIDIS.length - 2);
  const mix = (shift) => {
    const a = (VIRIDIS[low] >> shift) & 255;
    const b = (VIRIDIS[low + 1] >> shift) & 255;
    return Math.round(a + (at - low) * (b - a)) << shift;
  };
  return mix(16) | mix(8) | mix(0);
}

/** "#rrggbb" */
export function hex(colour) {
  return '#' + colour.toString(16).padStart(6, '0');
}

/** @param {number} srgb @returns {[number, number, number]} linear light */
export function linear(srgb) {
  return /** @type {any} */ (
    [16, 8, 0].map((shift) => {
      const c = ((srgb >> shift) & 255) / 255;
      return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    })
  );
}
