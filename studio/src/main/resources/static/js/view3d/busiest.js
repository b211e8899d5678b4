/** chosen: as the renderer on the server (render-svc, BusiestMoment). */
const WINDOW_MS = 2;

/**
 * When most happens: the mean time of the spikes within the 2 ms that hold most of them; the middle where no cell fires.
 * @param {number[]} spikes_ms @param {number} from_ms @param {number} to_ms
 */
export function busiest_ms(spikes_ms, from_ms, to_ms) {
  const rising = spikes_ms.filter((t) => t >= from_ms && t <= to_ms).sort((a, b) => a - b);
  let [first, best, most] = [0, 0, 0];
  rising.forEach((t, last) => {
    while (t - rising[first] > WINDOW_MS) first++;
    if (last - first + 1 > most) {
      most = last - first + 1;
      best = first;
    }
  });
  return most === 0 ? (from_ms + to_ms) / 2 : rising.slice(best, best + most).reduce((sum, t) => sum + t, 0) / most;
}
