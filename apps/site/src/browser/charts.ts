/**
 * Reads charts aloud: a tooltip for the mouse, arrow keys for the keyboard, and a polite announcement of each value.
 * The values are already in the page, on the drawn points; nothing is fetched or computed here.
 */
export function readCharts(): void {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  const live = document.createElement("p");
  live.className = "sr";
  live.setAttribute("aria-live", "polite");
  document.body.append(tip, live);

  for (const box of document.querySelectorAll<HTMLElement>("[data-chart]")) {
    const points = [...box.querySelectorAll<SVGGElement>(".pt")];
    if (points.length === 0) continue;
    let at = -1;
    const show = (point: SVGGElement, x: number, y: number): void => {
      tip.textContent = point.dataset.l ?? "";
      tip.hidden = false;
      const { width, height } = tip.getBoundingClientRect();
      tip.style.left = `${Math.max(8, Math.min(x - width / 2, innerWidth - width - 8))}px`;
      tip.style.top = `${y - height - 14 < 4 ? y + 18 : y - height - 14}px`;
    };
    const hide = (): void => {
      tip.hidden = true;
      for (const it of points) it.classList.remove("is-read");
    };
    for (const point of points) {
      point.addEventListener("pointermove", (event) => show(point, event.clientX, event.clientY));
      point.addEventListener("pointerleave", hide);
    }
    const svg = box.querySelector<SVGSVGElement>("svg[role='img']");
    if (!svg) continue;
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("aria-description", box.dataset.keys ?? "");
    svg.addEventListener("keydown", (event) => {
      const step = {
        ArrowRight: 1,
        ArrowDown: 1,
        ArrowLeft: -1,
        ArrowUp: -1,
        Home: -points.length,
        End: points.length,
      }[event.key];
      if (event.key === "Escape") return hide();
      if (step === undefined) return;
      event.preventDefault();
      at = Math.max(0, Math.min(points.length - 1, at + step));
      const point = points[at]!;
      hide();
      point.classList.add("is-read");
      const { left, top, width } = point.getBoundingClientRect();
      show(point, left + width / 2, top);
      live.textContent = point.dataset.l ?? "";
    });
    svg.addEventListener("blur", hide);
  }
}
