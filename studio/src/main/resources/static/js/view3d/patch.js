/**
 * Applies a JSON Patch (RFC 6902) to a copy of a document.
 * @param {any} document
 * @param {{op: string, path: string, value?: any, from?: string}[]} patch
 * @returns {any}
 */
export function patched(document, patch) {
  const whole = { root: structuredClone(document) };
  for (const step of patch) {
    const [holder, key] = place(whole, step.path);
    switch (step.op) {
      case 'add': add(holder, key, structuredClone(step.value)); break;
      case 'replace': found(holder, key, step.path); holder[key] = structuredClone(step.value); break;
      case 'remove': found(holder, key, step.path); remove(holder, key); break;
      case 'copy': add(holder, key, structuredClone(at(whole, step.from || ''))); break;
      case 'move': {
        const moved = at(whole, step.from || '');
        remove(...place(whole, step.from || ''));
        add(...place(whole, step.path), moved);
        break;
      }
      case 'test':
        if (JSON.stringify(found(holder, key, step.path)) !== JSON.stringify(step.value)) {
          throw new Error(`The scene is not what the change expects at ${step.path}.`);
        }
        break;
      default: throw new Error(`'${step.op}' is no operation of a JSON Patch.`);
    }
  }
  return whole.root;
}

function keys(path) {
  return ['root', ...path.split('/').slice(1).map((k) => k.replaceAll('~1', '/').replaceAll('~0', '~'))];
}

/** @returns {[any, any]} */
function place(whole, path) {
  const all = keys(path);
  let holder = whole;
  for (const key of all.slice(0, -1)) {
    holder = found(holder, key, path);
  }
  const last = all[all.length - 1];
  return [holder, Array.isArray(holder) ? (last === '-' ? holder.length : Number(last)) : last];
}

function at(whole, path) {
  const [holder, key] = place(whole, path);
  return found(holder, key, path);
}

function found(holder, key, path) {
  if (holder === null || typeof holder !== 'object' || !(key in holder)) {
    throw new Error(`The scene has nothing at ${path}.`);
  }
  return holder[key];
}

function add(holder, key, value) {
  Array.isArray(holder) ? holder.splice(key, 0, value) : (holder[key] = value);
}

function remove(holder, key) {
  Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key];
}
