// The picture's filters, and the light on what hangs together. Without it the whole picture is there.
"use strict";
for (const graph of document.querySelectorAll(".graph")) {
  const svg = graph.querySelector("svg.picture");
  const form = graph.querySelector(".filters");
  const nodes = [...svg.querySelectorAll(".node")];
  const edges = [...svg.querySelectorAll(".edge")];
  const byId = new Map(nodes.map((node) => [node.dataset.id, node]));
  const whole = svg.viewBox.baseVal.height;
  const boxOf = new Map(
    nodes.map((node) => {
      const box = node.querySelector("rect");
      return [node, [Number(box.getAttribute("y")), Number(box.getAttribute("height"))]];
    }),
  );
  const pathOf = new Map(edges.map((edge) => [edge, edge.getAttribute("d")]));
  const checked = (name) =>
    new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((input) => input.value));

  // Bands in which no box is left are cut out: what stands below moves up, and its order stays.
  function makeShift(shown) {
    const spans = shown.map((node) => boxOf.get(node)).sort((a, b) => a[0] - b[0]);
    const cuts = [];
    let end = 40;
    for (const [top, height] of spans) {
      if (top - end > 22) cuts.push([top, top - end - 22]);
      end = Math.max(end, top + height);
    }
    const shift = (y) => y - cuts.filter(([from]) => from <= y).reduce((sum, cut) => sum + cut[1], 0);
    return [shift, shown.length ? shift(end) + 24 : whole];
  }

  function apply() {
    const kinds = checked("kind");
    const sources = checked("source");
    const quiet = form.querySelector("input[name=quiet]");
    const wanted = (node) =>
      (!node.dataset.speakers || node.dataset.speakers.split(" ").some((id) => sources.has(id))) &&
      !(quiet && !quiet.checked && node.classList.contains("quiet"));
    const shown = new Set(nodes.filter(wanted));
    // A source of which nothing is left says nothing here.
    if (quiet && !quiet.checked) {
      const heard = new Set();
      for (const edge of edges) {
        const [one, other] = [byId.get(edge.dataset.a), byId.get(edge.dataset.b)];
        if (other.classList.contains("assertion") && shown.has(other)) heard.add(one);
      }
      for (const edge of edges) {
        if (edge.classList.contains("speaks_for") && heard.has(byId.get(edge.dataset.a))) heard.add(byId.get(edge.dataset.b));
      }
      for (const node of [...shown]) if (node.classList.contains("source") && !heard.has(node)) shown.delete(node);
    }
    for (const node of nodes) node.classList.toggle("gone", !shown.has(node));
    const [shift, height] = makeShift([...shown]);
    for (const node of shown) {
      const y = boxOf.get(node)[0];
      node.setAttribute("transform", `translate(0 ${shift(y) - y})`);
    }
    for (const edge of edges) {
      const ends = [byId.get(edge.dataset.a), byId.get(edge.dataset.b)];
      const kind = [...edge.classList].find((name) => name !== "edge" && name !== "gone" && name !== "near");
      edge.classList.toggle("gone", !kinds.has(kind) || !ends.every((node) => shown.has(node)));
      edge.setAttribute("d", pathOf.get(edge).replace(/,([\d.]+)/g, (_, y) => "," + shift(Number(y)).toFixed(1)));
    }
    svg.setAttribute("height", height);
    svg.setAttribute("viewBox", `0 0 ${svg.viewBox.baseVal.width} ${height}`);
  }

  function trace(node) {
    const near = new Set([node]);
    for (const edge of edges) {
      const ends = [byId.get(edge.dataset.a), byId.get(edge.dataset.b)];
      const touches = ends.includes(node);
      edge.classList.toggle("near", touches);
      if (touches) ends.forEach((end) => near.add(end));
    }
    for (const each of nodes) each.classList.toggle("near", near.has(each));
    svg.classList.toggle("tracing", Boolean(node));
  }

  for (const kind of ["pointerover", "focusin"]) {
    svg.addEventListener(kind, (event) => trace(event.target.closest(".node")));
  }
  for (const kind of ["pointerleave", "focusout"]) svg.addEventListener(kind, () => trace(null));
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
