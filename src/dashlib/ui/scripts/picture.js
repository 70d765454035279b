// Saves the chart of the page as a picture: presses the chart's own camera, with the format that was asked for.

const LARGE = 100;
const PATIENCE = 5000;

function quiet(event) {
  if (event.target instanceof HTMLAnchorElement && event.target.download) event.stopImmediatePropagation();
}

function area(chart) {
  const box = chart.getBoundingClientRect();
  return box.width > LARGE && box.height > LARGE ? box.width * box.height : 0;
}

function largest() {
  const charts = [...document.querySelectorAll(".js-plotly-plot")].filter(area);
  return charts.sort((a, b) => area(b) - area(a))[0];
}

function ground(element) {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour && colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
  }
  return "#ffffff";
}

function save(format, name) {
  const chart = largest();
  const camera = chart?.querySelector('.modebar-btn[data-title^="Download plot"]');
  if (!camera) return false;
  // A picture on a clear ground cannot be read on paper of the other shade.
  chart.layout.paper_bgcolor = ground(chart);
  Object.assign(chart._context, { toImageButtonOptions: { format, filename: name, scale: format === "png" ? 2 : 1 } });
  // Clicks that are ours and not the reader's must not bubble: the list that our button stands in closes on those.
  window.addEventListener("click", quiet, true);
  camera.dispatchEvent(new MouseEvent("click", { bubbles: false }));
  setTimeout(() => window.removeEventListener("click", quiet, true), PATIENCE);
  return true;
}

export default function ({ parentElement, data }) {
  const said = parentElement.querySelector("[role=status]");
  for (const button of parentElement.querySelectorAll("button")) {
    button.onclick = () => {
      said.textContent = save(button.dataset.format, data.name) ? "" : "There is no chart on this page.";
    };
  }
}
