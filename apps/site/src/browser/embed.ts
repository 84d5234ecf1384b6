/**
 * One script for both sides of an embedded chart. In the frame it tells how high the chart is; in the page around it, it gives the
 * frame that height. Nothing else passes between the two, and nothing is kept.
 */
const name = "impactmonitor";
/** Pixels that a frame may ask for. */
const [lowest, highest] = [60, 8000];

const script = document.currentScript;
const origin = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin;

if (window.parent !== window && document.documentElement.classList.contains("is-embed")) beFrame();
else beHost();

function beFrame(): void {
  const tell = (): void => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    window.parent.postMessage({ [name]: "height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
  // The page around may begin to listen later than this.
  addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.[name] === "ask") tell();
  });
}

function beHost(): void {
  addEventListener("message", ({ origin: from, source, data }) => {
    if (from !== origin || data?.[name] !== "height") return;
    const height = Number(data.height);
    if (!(height >= lowest && height <= highest)) return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height)}px`;
  });
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.src.startsWith(`${origin}/`)) frame.contentWindow?.postMessage({ [name]: "ask" }, origin);
}
