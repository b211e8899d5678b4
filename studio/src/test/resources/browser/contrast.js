// Texts whose contrast with what lies behind them is below arguments[0]; colours are composed as the browser composes them.
const least = arguments[0];
const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const kept = new Map();
function rgba(text) {
  if (!kept.has(text)) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = text;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    kept.set(text, [r, g, b, a / 255]);
  }
  return kept.get(text);
}
const over = (top, below) => [0, 1, 2].map((k) => top[k] * top[3] + below[k] * (1 - top[3])).concat(1);
function behind(element) {
  const layers = [];
  for (let e = element; e; e = e.parentElement) {
    const colour = rgba(getComputedStyle(e).backgroundColor);
    if (colour[3] > 0) layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
}
function opacity(element) {
  let all = 1;
  for (let e = element; e; e = e.parentElement) all *= Number(getComputedStyle(e).opacity);
  return all;
}
const channel = (c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
const light = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const faults = new Set();
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  const box = element.getBoundingClientRect();
  const idle = element.closest('[disabled], script, style, option, svg, .for-reader, .skip');
  if (!node.textContent.trim() || idle || box.width < 2 || box.height < 2 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  const ground = behind(element);
  const own = rgba(getComputedStyle(element).color);
  const ink = over([own[0], own[1], own[2], own[3] * opacity(element)], ground);
  const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < least) faults.add(`${ratio.toFixed(2)} '${node.textContent.trim().slice(0, 40)}' in ${element.tagName.toLowerCase()}.${element.className}`);
}
return [...faults];
