/**
 * Leaves the site at once: the page is emptied, the address replaced (so that "back" does not return here),
 * and pressing Shift three times within five seconds does the same. It does not erase the browser's history.
 */
export function quickExit(): void {
  const exit = document.querySelector<HTMLAnchorElement>("[data-exit]");
  if (!exit) return;
  const leave = (): void => {
    document.documentElement.hidden = true;
    document.title = "…";
    location.replace(exit.href);
  };
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    if (event.repeat) return;
    const now = Date.now();
    presses = [...presses.filter((it) => now - it < 5000), now];
    if (presses.length >= 3) leave();
  });
}
