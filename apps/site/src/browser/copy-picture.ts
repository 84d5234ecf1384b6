/**
 * Shows "copy as a picture" under each chart. The picture comes from the same address as the file; where the browser can't
 * copy pictures, it is saved as one. What happened is said in a status line.
 */
export function offerPictures(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-picture]")) {
    button.hidden = false;
    button.addEventListener("click", () => void take(button));
  }
}

async function take(button: HTMLButtonElement): Promise<void> {
  const { picture = "", busy = "", done = "", saved = "", failed = "" } = button.dataset;
  const status = button.parentElement?.querySelector("[role=status]");
  const say = (words: string): void => {
    if (status) status.textContent = words;
  };
  say(busy);
  button.disabled = true;
  try {
    say((await copied(picture)) ? done : (await save(picture)) ? saved : failed);
  } catch {
    say(failed);
  }
  button.disabled = false;
  button.focus();
}

async function copied(address: string): Promise<boolean> {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return false;
  try {
    // The promise goes in as it is: Safari copies only what was promised within the click.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": load(address) })]);
    return true;
  } catch {
    return false;
  }
}

async function load(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.blob();
}

async function save(address: string): Promise<boolean> {
  const there = await fetch(address).then(
    (it) => it.ok,
    () => false,
  );
  if (!there) return false;
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
  return true;
}

/** Where nobody told the site its own address, the browser knows it: it goes into the codes to copy. */
export function fillAddress(): void {
  for (const it of document.querySelectorAll<HTMLElement>("[data-origin]")) {
    const unknown = it.dataset.origin ?? "";
    if (it instanceof HTMLTextAreaElement) it.value = it.value.replaceAll(unknown, location.origin);
    else if (it.dataset.copy === undefined) it.hidden = true;
    else it.dataset.copy = it.dataset.copy.replaceAll(unknown, location.origin);
  }
}
