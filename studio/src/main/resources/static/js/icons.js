import { svg } from 'lit';

const box = (inner) => svg`<svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"
  stroke-linejoin="round" aria-hidden="true">${inner}</svg>`;

/** Drawings of the navigation, by page. */
export const icons = {
  plan: box(svg`<path d="M4 4h12v9H9l-4 3.5V13H4z"/><path d="M7 7.2h6M7 9.8h4"/>`),
  atlas: box(svg`<path d="M3 12.5c0-5 3-8.5 7-8.5s7 3.5 7 8.5c0 2-1 3.500-2.500 3.500H5.500C4 16 3 14.500 3 12.500z"/><path d="M6 13c0-3.500 1.500-6 4-6s4 2.500 4 6"/>`),
  cells: box(svg`<circle cx="10" cy="13" r="2"/><path d="M10 11V6M10 6 7.500 3M10 6l2.500-3M8.400 14.200 5 17M11.600 14.200 15 17M8 12.500 4.500 11.500M12 12.500l3.500-1"/>`),
  circuit: box(svg`<circle cx="10" cy="11.500" r="2.200"/><path d="M10 9.300V3M10 5.500 7 3M10 6.500l3-2.500M8.200 12.800 4 16M11.800 12.800 16 16M10 13.700V17.500"/>`),
  experiment: box(svg`<path d="M2.500 12.500H6l1.200-1.200L8.600 4l2.300 12 1.400-3.500h5.200"/>`),
  scene: box(svg`<rect x="2.500" y="5" width="15" height="10.500" rx="1.500"/><path d="M8.500 8v4.500l4-2.250z"/>`),
  notebook: box(svg`<path d="M5 3h10.500v14H5z"/><path d="M5 3v14M3.500 6.500H6M3.500 10H6M3.500 13.500H6M8.500 7h4.500M8.500 10h4.500"/>`),
  library: box(svg`<path d="M4 3.500h3v13H4zM8.500 3.500h3v13h-3zM13 4.200l2.800-.700 2.600 12.300-2.800.700z"/>`),
  own: box(svg`<rect x="3" y="3.500" width="14" height="13" rx="1.500"/><path d="M3 8h14M9 8v8.500"/>`),
  mark: svg`<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#0a5c63"/><path d="M4 21h6l2.200-2 2.300-12.500 3 18.500 2.400-5.500L22 21h6"
    fill="none" stroke="#fff" stroke-width="2.200" stroke-linejoin="round" stroke-linecap="round"/></svg>`,
};
