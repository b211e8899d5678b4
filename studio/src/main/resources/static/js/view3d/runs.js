/**
 * The dataset that a panel shows: the one it names, the one in the address, the one that is selected, or the newest run with spikes.
 * @param {import('../panel.js').Panel} panel
 * @returns {Promise<string>} empty where there is nothing to show
 */
export async function chosenRun(panel) {
  const linked = new URLSearchParams(location.hash.slice(1)).get('run');
  const named = panel.panel.dataset || linked || panel.app.selection.dataset;
  if (named) {
    return named;
  }
  const all = await panel.ask('/api/view');
  const best = all.find((d) => d.frames > 0 && d.spikes > 0) || all.find((d) => d.frames > 0) || all[0];
  return best ? best.id : '';
}
