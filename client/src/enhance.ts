/**
 * The only script of public pages; everything works without it. It puts the focus on the list of faults, lets a form go
 * out once, unfolds the page for printing, and suggests words while a title is typed.
 */

const typingPauseMs = 250;
const busyForMs = 8000;
const shortest = 3;

/** Runs now when the page is read, else as soon as it is. */
const whenRead = (work: () => void): void => (document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", work, { once: true }) : work());

whenRead(() => {
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) suggest(input);
});

// A second tap sends nothing; coming back by the browser's own button makes the form usable again.
const busy = new Map<HTMLFormElement, HTMLElement | null>();
const free = (form: HTMLFormElement): void => {
  busy.get(form)?.removeAttribute("aria-disabled");
  busy.delete(form);
};
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method === "get") return;
  if (busy.has(form)) return event.preventDefault();
  busy.set(form, event.submitter);
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(() => free(form), busyForMs);
});
addEventListener("pageshow", () => [...busy.keys()].forEach(free));

// Paper has no buttons to unfold with.
let unfolded: HTMLDetailsElement[] = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open]):not(.why)")];
  for (const details of unfolded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
});

interface Word {
  readonly label: string;
  readonly language: string;
}

/** Words that complete what was typed so far, best first; the typed word itself is left out. */
async function wordsFor(prefix: string, signal: AbortSignal): Promise<Word[]> {
  const query = new URLSearchParams({ prefix, limit: "5", language: document.documentElement.lang });
  const answer = await fetch(`/api/v1/suggestions?${query}`, { signal });
  if (!answer.ok) return [];
  const { suggestions } = (await answer.json()) as { suggestions: { text: string; language: string }[] };
  return suggestions.filter(({ text }) => text.toLowerCase() !== prefix.toLowerCase()).map(({ text, language }) => ({ label: text, language }));
}

/** Makes a text field a combo box whose list only helps to type; any other word stays allowed. */
function suggest(input: HTMLInputElement): void {
  const list = document.createElement("ul");
  list.id = `${input.id}-list`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? "");
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);

  let timer = 0;
  let running: AbortController | undefined;
  let at = -1;

  const options = (): HTMLElement[] => [...list.children] as HTMLElement[];
  const stop = (): void => {
    clearTimeout(timer);
    running?.abort();
  };
  const mark = (index: number): void => {
    at = index;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options()[at]!.id);
  };
  const show = (words: readonly Word[]): void => {
    list.replaceChildren(
      ...words.map(({ label, language }, i) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${i}`;
        option.textContent = label;
        option.dir = "auto";
        if (language) option.lang = language;
        option.setAttribute("role", "option");
        return option;
      }),
    );
    list.hidden = words.length === 0;
    input.setAttribute("aria-expanded", String(words.length > 0));
    mark(-1);
  };
  const close = (): void => {
    stop();
    show([]);
  };
  const take = (option: Element): void => {
    input.value = option.textContent ?? "";
    close();
    input.focus();
  };

  input.addEventListener("input", () => {
    stop();
    const title = input.value.trim();
    if (title.length < shortest) return show([]);
    timer = window.setTimeout(() => {
      running = new AbortController();
      wordsFor(title, running.signal).then(show, () => undefined); // without network there is just no list
    }, typingPauseMs);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.isComposing) return;
    if (event.key === "Escape" && count > 0) close();
    else if (event.key === "Enter" && at >= 0) take(options()[at]!);
    else if (count > 0 && event.key === "ArrowDown") mark((at + 1) % count);
    else if (count > 0 && event.key === "ArrowUp") mark(at <= 0 ? count - 1 : at - 1);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the field
  list.addEventListener("click", (event) => {
    const option = (event.target as Element).closest("li");
    if (option) take(option);
  });
}
