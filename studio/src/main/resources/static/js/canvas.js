/**
 * A canvas as wide as its place, sharp on any screen. Gives the pen and the size in CSS pixels; null while it has no place.
 * @param {HTMLCanvasElement} canvas
 */
export function pen(canvas) {
  const wide = canvas.clientWidth;
  const high = canvas.clientHeight;
  if (wide === 0 || high === 0) {
    return null;
  }
  const ratio = devicePixelRatio || 1;
  if (canvas.width !== Math.round(wide * ratio) || canvas.height !== Math.round(high * ratio)) {
    canvas.width = Math.round(wide * ratio);
    canvas.height = Math.round(high * ratio);
  }
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, wide, high);
  return { context, wide, high };
}

/** A colour of the theme. */
export function ink(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The colour of a layer; 0 is no layer. */
export function layerInk(layer) {
  return ink(`--data-${layer >= 1 && layer <= 6 ? layer : 7}`);
}

/** Round numbers between two ends, about as many as wanted. */
export function ticks(low, high, wanted) {
  const rough = (high - low) / Math.max(1, wanted);
  if (!(rough > 0)) {
    return [];
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((m) => m * power >= rough * 0.999);
  const out = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
    out.push(Number((k * step).toPrecision(12)));
  }
  return out;
}

/** Draws again when the place or the theme changes; gives what ends it. */
export function redrawn(canvas, draw) {
  const watch = new ResizeObserver(draw);
  watch.observe(canvas);
  addEventListener('bw-theme', draw);
  return () => {
    watch.disconnect();
    removeEventListener('bw-theme', draw);
  };
}
