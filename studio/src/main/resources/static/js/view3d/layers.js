/**
 * Where the layers lie along the vertical, read off the cells: between the deepest cell of one and the highest of the next.
 * @param {import('./data.js').Circuit} circuit
 * @returns {{layer: number, top: number, bottom: number}[]} the pia first; the outermost reach to infinity
 */
export function layerBands(circuit) {
  const layers = circuit.column('layer');
  if (!layers) {
    return [];
  }
  /** @type {Map<number, {layer: number, top: number, bottom: number}>} */
  const found = new Map();
  layers.values.forEach((layer, cell) => {
    const y = circuit.cells.y[cell];
    const band = found.get(layer) || { layer, top: -Infinity, bottom: Infinity };
    band.top = Math.max(band.top, y);
    band.bottom = Math.min(band.bottom, y);
    found.set(layer, band);
  });
  const bands = [...found.values()].filter((b) => b.layer > 0).sort((a, b) => b.top + b.bottom - a.top - a.bottom);
  bands.forEach((band, i) => {
    if (i + 1 < bands.length) {
      const middle = (band.bottom + bands[i + 1].top) / 2;
      band.bottom = middle;
      bands[i + 1].top = middle;
    }
  });
  if (bands.length > 0) {
    bands[0].top = Infinity;
    bands[bands.length - 1].bottom = -Infinity;
  }
  return bands;
}
