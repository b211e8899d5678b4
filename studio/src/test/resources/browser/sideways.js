// What reaches beyond the right edge of the screen and cannot be scrolled within its own box.
const wide = innerWidth;
const faults = [];
if (document.documentElement.scrollWidth > wide) faults.push(`the document is ${document.documentElement.scrollWidth} px wide`);
for (const e of document.querySelectorAll('main *')) {
  const box = e.getBoundingClientRect();
  if (box.width < 2 || box.right <= wide + 1 || !e.checkVisibility({ visibilityProperty: true })) continue;
  let inside = false;
  for (let p = e.parentElement; p && !inside; p = p.parentElement) inside = ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX) && p.getBoundingClientRect().right <= wide + 1;
  if (!inside && !e.closest('.for-reader')) faults.push(`${e.tagName.toLowerCase()}.${e.className} to ${Math.round(box.right)} px`);
}
return faults.slice(0, 12);
