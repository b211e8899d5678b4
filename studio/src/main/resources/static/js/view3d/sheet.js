/** Puts the style sheet of the 3D view into the document, once. */
export function sheet() {
  if (!document.querySelector('link[data-view3d]')) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/css/view3d.css';
    link.dataset.view3d = '';
    document.head.append(link);
  }
}
