import { html, nothing } from 'lit';

/**
 * The part of Markdown that notebooks and notes use: headings, lists, tables, code, emphasis, links. It makes elements, never HTML
 * text, so that nothing in a document can become script.
 * @param {string} text
 * @param {(href: string) => string} [address] where a relative link or picture leads
 */
export function markdown(text, address = (href) => href) {
  return blocks(text.replaceAll('\r\n', '\n').split('\n'), address);
}

function blocks(lines, address) {
  const out = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    const heading = /^(#{1,4})\s+(.*)$/.exec(line);
    if (line.trim() === '') {
      i++;
    } else if (line.startsWith('```')) {
      const end = lines.findIndex((l, j) => j > i && l.startsWith('```'));
      const stop = end < 0 ? lines.length : end;
      out.push(html`<pre><code>${lines.slice(i + 1, stop).join('\n')}</code></pre>`);
      i = stop + 1;
    } else if (heading) {
      out.push(title(heading[1].length, spans(heading[2], address)));
      i++;
    } else if (/^\s*\|/.test(line) && /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(lines[i + 1] || '')) {
      let j = i + 2;
      while (j < lines.length && /^\s*\|/.test(lines[j])) j++;
      out.push(table(lines.slice(i, j), address));
      i = j;
    } else if (/^\s*([-*]|\d+\.)\s+/.test(line)) {
      let j = i;
      const items = [];
      while (j < lines.length && (/^\s*([-*]|\d+\.)\s+/.test(lines[j]) || (/^\s{2,}\S/.test(lines[j]) && items.length > 0))) {
        const item = /^\s*(?:[-*]|\d+\.)\s+(.*)$/.exec(lines[j]);
        if (item) items.push(item[1]);
        else items[items.length - 1] += ' ' + lines[j].trim();
        j++;
      }
      const list = items.map((text) => html`<li>${spans(text, address)}</li>`);
      out.push(/^\s*\d+\./.test(line) ? html`<ol>${list}</ol>` : html`<ul>${list}</ul>`);
      i = j;
    } else if (line.startsWith('>')) {
      let j = i;
      while (j < lines.length && lines[j].startsWith('>')) j++;
      out.push(html`<blockquote>${blocks(lines.slice(i, j).map((l) => l.replace(/^>\s?/, '')), address)}</blockquote>`);
      i = j;
    } else {
      let j = i + 1;
      while (j < lines.length && lines[j].trim() !== '' && !/^(#{1,4}\s|```|>|\s*([-*]|\d+\.)\s|\s*\|)/.test(lines[j])) j++;
      out.push(html`<p>${spans(lines.slice(i, j).join(' '), address)}</p>`);
      i = j;
    }
  }
  return out;
}

function title(level, words) {
  if (level === 1) return html`<h2>${words}</h2>`;
  if (level === 2) return html`<h3>${words}</h3>`;
  return html`<h4>${words}</h4>`;
}

function table(lines, address) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((c) => spans(c.trim(), address));
  const [head, , ...rows] = lines;
  return html`<table><thead><tr>${cells(head).map((c) => html`<th>${c}</th>`)}</tr></thead>
    <tbody>${rows.map((r) => html`<tr>${cells(r).map((c) => html`<td>${c}</td>`)}</tr>`)}</tbody></table>`;
}

const SPAN = /!\[([^\]]*)\]\(([^)\s]+)\)|\[([^\]]+)\]\(([^)\s]+)\)|`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*/g;

function spans(text, address) {
  const out = [];
  let from = 0;
  for (const m of text.matchAll(SPAN)) {
    out.push(text.slice(from, m.index));
    from = m.index + m[0].length;
    if (m[2] !== undefined) out.push(picture(address(m[2]), m[1]));
    else if (m[4] !== undefined) out.push(link(address(m[4]), m[3]));
    else if (m[5] !== undefined) out.push(html`<code>${m[5]}</code>`);
    else if (m[6] !== undefined) out.push(html`<strong>${m[6]}</strong>`);
    else out.push(html`<em>${m[7]}</em>`);
  }
  out.push(text.slice(from));
  return out;
}

/** Only addresses that open a page: no script, no data. */
function link(href, words) {
  return /^(https?:\/\/|\/(?!\/))/.test(href) ? html`<a href=${href} rel="noopener noreferrer">${words}</a>` : words;
}

/** Pictures come from the studio itself; a foreign one would tell others that it was looked at. */
function picture(src, words) {
  return /^\/(?!\/)/.test(src) ? html`<img src=${src} alt=${words} loading="lazy">` : words || nothing;
}
