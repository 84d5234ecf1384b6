/** A choice takes effect at once; empty choices stay out of the address. Without script there is a button. */
export function submitOnChange(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosubmit]")) {
    form.addEventListener("submit", () => dropEmpty(form));
    form.addEventListener("change", () => {
      // Another area may not have the chosen period or category: begin with its newest.
      const chosen = document.activeElement;
      if (chosen instanceof HTMLSelectElement && chosen.name === "regio")
        for (const name of ["periode", "uitsplitsing", "maat"]) drop(form, name);
      form.requestSubmit();
    });
  }
}

function drop(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLSelectElement) field.disabled = true;
}

function dropEmpty(form: HTMLFormElement): void {
  for (const field of form.elements)
    if (field instanceof HTMLSelectElement && field.value === "") field.disabled = true;
}
