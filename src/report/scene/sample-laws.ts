/** Laws of every drawing, to be run in a page that holds drawings: each gives what breaks it. Text is measured by the browser, not by us. */
export const laws = {
  /** No box lies over another one of the same drawing. */
  overlaps: `[...document.querySelectorAll("svg.scene")].flatMap((scene) => {
    const boxes = [...scene.querySelectorAll("g.box > .shape:first-of-type")].filter((one) => !one.closest(".legend")).map((path) => ({ name: path.parentElement.dataset.id, at: path.getBoundingClientRect() }));
    return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => one.at.left < other.at.right - 1 && other.at.left < one.at.right - 1 && one.at.top < other.at.bottom - 1 && other.at.top < one.at.bottom - 1).map((other) => one.name + " over " + other.name));
  })`,

  /** The text of each box is within its outline. */
  textsOutside: `[...document.querySelectorAll("svg.scene g.box")].flatMap((box) => {
    const outlines = [...box.children].filter((one) => one.classList.contains("shape")).map((one) => one.getBoundingClientRect());
    if (outlines.length === 0) return [];
    const outline = { left: Math.min(...outlines.map((one) => one.left)), right: Math.max(...outlines.map((one) => one.right)), top: Math.min(...outlines.map((one) => one.top)), bottom: Math.max(...outlines.map((one) => one.bottom)) };
    return [...box.children].filter((one) => one.tagName === "text").flatMap((text) => {
      const inside = text.getBoundingClientRect();
      const fits = inside.left >= outline.left - 1 && inside.right <= outline.right + 1 && inside.top >= outline.top - 1 && inside.bottom <= outline.bottom + 1;
      return fits ? [] : [text.textContent];
    });
  })`,

  /** No text is cut off by the edge of the drawing. */
  textsCut: `[...document.querySelectorAll("svg.scene")].flatMap((scene) => {
    const room = scene.getBoundingClientRect();
    return [...scene.querySelectorAll("text")].filter((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return left < room.left - 1 || right > room.right + 1 || top < room.top - 1 || bottom > room.bottom + 1;
    }).map((text) => text.textContent);
  })`,

  /** No label of a line lies over a box, nor over another label. */
  labelsHit: `[...document.querySelectorAll("svg.scene")].flatMap((scene) => {
    const rect = (one) => one.getBoundingClientRect();
    const hit = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
    const labels = [...scene.querySelectorAll("text.label")];
    const boxes = [...scene.querySelectorAll("g.box > .shape")].filter((one) => !one.closest(".legend"));
    return labels.flatMap((label, at) => [
      ...boxes.filter((box) => hit(rect(label), rect(box))).map((box) => label.textContent + " over " + box.parentElement.dataset.id),
      ...labels.slice(at + 1).filter((other) => hit(rect(label), rect(other))).map((other) => label.textContent + " over " + other.textContent),
    ]);
  })`,

  /** Every line begins and ends at the outline of a box, at a bar, or at its own kind's axis. */
  looseEnds: `[...document.querySelectorAll("svg.scene.ownership, svg.scene.path, svg.scene.chains")].flatMap((scene) => {
    const outlines = [...scene.querySelectorAll("g.box > .shape")].filter((one) => !one.closest(".legend"));
    const others = [...scene.querySelectorAll("g.bar > .line")];
    const near = (path, point, tolerance) => {
      const length = path.getTotalLength();
      for (let at = 0; at <= length; at += 1) { const one = path.getPointAtLength(at); if (Math.hypot(one.x - point.x, one.y - point.y) <= tolerance) return true; }
      return false;
    };
    return [...scene.querySelectorAll("g[data-kind] > .line, g.bar > .line")].filter((line) => !line.closest(".box")).flatMap((line) => {
      const length = line.getTotalLength();
      return [0, length].flatMap((at) => {
        const point = line.getPointAtLength(at);
        const meets = outlines.some((one) => near(one, point, 2.5)) || others.some((one) => one !== line && near(one, point, 2));
        return meets ? [] : [(line.parentElement.dataset.id ?? "bar") + " at " + Math.round(point.x) + "," + Math.round(point.y)];
      });
    });
  })`,

  /** WCAG 2.2: the fill of each text against the fill of its box, or the page. */
  lowContrast: `(() => {
    const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const luminance = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const paper = parse(getComputedStyle(document.body).backgroundColor).slice(0, 3);
    return [...document.querySelectorAll("svg.scene text")].flatMap((text) => {
      const box = text.closest(".box");
      const shape = box?.querySelector(":scope > .shape");
      const fill = shape ? getComputedStyle(shape).fill : "none";
      const ground = fill === "none" ? paper : parse(fill);
      const [a, b] = [luminance(parse(getComputedStyle(text).fill)), luminance(ground)];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return ratio < 4.5 ? [text.textContent + " " + ratio.toFixed(2)] : [];
    });
  })()`,
} as const;
