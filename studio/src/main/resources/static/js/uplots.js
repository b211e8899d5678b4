import uPlot from 'uplot';
import { ink } from 'bw/canvas.js';

/**
 * A line plot over time that shows the shared time as a cursor and moves it on a click.
 * @param {HTMLElement} place
 * @param {import('./app.js').App} app
 * @param {{label: string, stroke: string, bars?: boolean}[]} lines
 * @param {any[]} data uPlot's columns, time first
 * @param {string} yLabel
 */
export function timePlot(place, app, lines, data, yLabel) {
  const axis = (label, size) => ({
    label, size, labelSize: 18, font: `11px ${ink('--font')}`, labelFont: `11px ${ink('--font')}`, stroke: ink('--plot-axis'),
    grid: { stroke: ink('--plot-grid'), width: 1 }, ticks: { show: false },
  });
  const plot = new uPlot(
    {
      width: Math.max(200, place.clientWidth), height: 240, legend: { show: false }, scales: { x: { time: false } },
      axes: [axis('time (ms)', 34), { ...axis(yLabel, 46) }],
      series: [{}, ...lines.map((l) => ({ label: l.label, stroke: l.stroke, width: 1.4, fill: l.bars ? l.stroke + '33' : undefined,
        paths: l.bars ? uPlot.paths.stepped({ align: 1 }) : undefined, points: { show: false } }))],
      hooks: { draw: [(u) => line(u, app.time.t_ms)] },
    },
    data,
    place,
  );
  plot.over.addEventListener('click', () => {
    const t = plot.posToVal(/** @type {number} */ (plot.cursor.left), 'x');
    app.time.set({ t_ms: Math.max(0, t), playing: false }, plot);
  });
  const watch = new ResizeObserver(() => place.clientWidth > 0 && plot.setSize({ width: place.clientWidth, height: 240 }));
  watch.observe(place);
  const end = app.time.subscribe(() => plot.redraw(false));
  return () => {
    watch.disconnect();
    end();
    plot.destroy();
  };
}

function line(u, t) {
  const x = u.valToPos(t, 'x', true);
  if (x >= u.bbox.left && x <= u.bbox.left + u.bbox.width) {
    u.ctx.fillStyle = ink('--accent');
    u.ctx.fillRect(x - 1, u.bbox.top, 2, u.bbox.height);
  }
}
